#include <avahi-common/malloc.h>
#include <stdlib.h>

static inline void *hearth_zeroed(size_t size) { return calloc(1, size); }

// Avahi's dns_sd library leaves some callbacks of a new reference as the memory was, and calls them
// when the daemon goes away. With zeroed memory it finds none there.
static inline void hearth_let_avahi_zero_memory(void) {
    static const AvahiAllocator allocator = {hearth_zeroed, free, realloc, calloc};
    avahi_set_allocator(&allocator);
}
