#include <sys/types.h>
#include <netinet/in.h>
#include <arpa/nameser.h>
#include <netdb.h>
#include <resolv.h>
#include <string.h>

// The resolver's functions are macros over other names, and its records hold arrays that Swift sees as
// tuples of a thousand members: these lines only hand over what it read.

// Asks the system's resolver; the length of the answer, or -1 with an h_errno in `failure`.
static inline int hearth_ask(const char *name, int type, unsigned char *answer, int size, int *failure) {
    struct __res_state state;
    memset(&state, 0, sizeof state);
    if (res_ninit(&state) != 0) {
        *failure = NETDB_INTERNAL;
        return -1;
    }
    state.retrans = 2;
    state.retry = 2;
    int length = res_nquery(&state, name, ns_c_in, type, answer, size);
    *failure = state.res_h_errno;
    res_nclose(&state);
    return length;
}

// Reads one record that answers the question; whether there is such a record.
static inline int hearth_record(
    const unsigned char *message, int size, int number, int *type, unsigned int *lifetime,
    int *offset, int *length) {
    ns_msg parsed;
    ns_rr record;
    if (ns_initparse(message, size, &parsed) != 0) return 0;
    if (ns_parserr(&parsed, ns_s_an, number, &record) != 0) return 0;
    *type = ns_rr_type(record);
    *lifetime = ns_rr_ttl(record);
    *offset = (int)(ns_rr_rdata(record) - message);
    *length = ns_rr_rdlen(record);
    return 1;
}

// Reads a name at a place of a message, as text; whether there is one.
static inline int hearth_name(
    const unsigned char *message, int size, int offset, char *text, int capacity) {
    return ns_name_uncompress(message, message + size, message + offset, text, capacity) >= 0;
}
