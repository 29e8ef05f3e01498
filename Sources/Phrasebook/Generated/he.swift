// Made by Tools/phrases from he.po; change that file instead.
// swift-format-ignore-file

extension Phrasebook {
static let he: [String] = [
##"""
msgid ""
msgstr "Language: he\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\nPlural-Forms: nplurals=3; plural=n == 1 ? 0 : n == 2 ? 1 : 2;\n"

msgctxt "in a list"
msgid ", "
msgstr ", "

msgctxt "between thousands"
msgid ","
msgstr ","

msgctxt "before decimal digits"
msgid "."
msgstr "."

msgid "WHERE"
msgstr "היכן"

msgid "SIDE"
msgstr "צד"

msgid "CODE"
msgstr "קוד"

msgid "LINE"
msgstr "שורה"

msgid "CHANGED BY"
msgstr "בידי מי לשנות"

msgid "TAG"
msgstr "תגית"

msgid "USED"
msgstr "שימושים"

msgid "SAME AS"
msgstr "כמו"

msgid "%1 (let in by %2)"
msgstr "%1 (בהכנסת %2)"

msgid "You asked to come into %1."
msgstr "ביקשת להיכנס אל %1."

msgid "It waits for a member: any of them can run hearth community admit %1"
msgstr "הבקשה ממתינה לחברי הקהילה: כל אחד מהם יכול להריץ hearth community admit %1"

msgid "No invitation waits."
msgstr "אין הזמנה ממתינה."

msgid "COMMUNITY"
msgstr "קהילה"

msgid "FROM"
msgstr "מאת"

msgid "CAME"
msgstr "הגיעה"

msgid "Accept one: hearth community invitations accept NAME"
msgstr "קבלת הזמנה: hearth community invitations accept NAME"

msgid "%n code waits for the computer of a member to come along."
msgid_plural "%n codes wait for the computer of a member to come along."
msgstr[0] "קוד אחד ממתין למחשב של מישהו מחברי הקהילה."
msgstr[1] "שני קודים ממתינים למחשב של מישהו מחברי הקהילה."
msgstr[2] "%n קודים ממתינים למחשב של מישהו מחברי הקהילה."

msgid "the community"
msgstr "הקהילה"

msgid "You may come into %1. It is here as soon as a member is connected."
msgstr "אפשר להיכנס אל %1. היא תהיה כאן ברגע שמישהו מחבריה יתחבר."

msgid "No member's computer has answered yet. The code is shown to every colleague's\ncomputer that comes along: hearth community invitations says how it stands."
msgstr "שום מחשב של חברי הקהילה לא ענה עדיין. הקוד יוצג לכל מחשב\nשל עמית שיזדמן: hearth community invitations אומר מה המצב."

msgid "Declined %1. Nobody is told."
msgstr "ההזמנה אל %1 נדחתה. לא נמסר על כך לאיש."

msgid "Lets one colleague into %1 until %2."
msgid_plural "Lets %n colleagues into %1 until %2."
msgstr[0] "מכניס עמית אחד אל %1 עד %2."
msgstr[1] "מכניס שני עמיתים אל %1 עד %2."
msgstr[2] "מכניס %n עמיתים אל %1 עד %2."

msgid "They type: hearth community join --code %1"
msgstr "מה להקליד אצלם: hearth community join --code %1"

msgid "community"
msgstr "קהילה"

msgid "key"
msgstr "מפתח"

msgid "generation %1, since %2"
msgstr "דור %1, מאז %2"

msgid "generation %1"
msgstr "דור %1"

msgid "known here"
msgstr "מוכרים כאן"

msgid "%n generations"
msgid_plural "%n generations"
msgstr[0] "דור אחד"
msgstr[1] "שני דורות"
msgstr[2] "%n דורות"

msgid "new key"
msgstr "מפתח חדש"

msgid "lacking it"
msgstr "חסר אצל"

msgid "nobody"
msgstr "אף אחד"

msgid "next try"
msgstr "ניסיון הבא"

msgid "not due"
msgstr "אין צורך"

msgid "due"
msgstr "יש צורך"

msgid "due: %1 has this one and is out"
msgstr "יש צורך: הנוכחי נמצא אצל %1, וזה מחוץ לקהילה"

msgid "Lets one colleague in until %1, at any member's computer."
msgid_plural "Lets %n colleagues in until %1, at any member's computer."
msgstr[0] "מכניס עמית אחד עד %1, בכל מחשב של חברי הקהילה."
msgstr[1] "מכניס שני עמיתים עד %1, בכל מחשב של חברי הקהילה."
msgstr[2] "מכניס %n עמיתים עד %1, בכל מחשב של חברי הקהילה."

msgid "Code for %1"
msgstr "קוד עבור %1"

msgid "The code as a link"
msgstr "הקוד כקישור"

msgid "In the same workplace, run\n%1."
msgstr "באותו מקום עבודה, להריץ\n%1."

msgid "No community yet. Start one: hearth community new \"NAME\""
msgstr "אין עדיין קהילה. ייסוד קהילה: hearth community new \"NAME\""

msgid "MEMBER"
msgstr "חברות"

msgid "MEMBERS"
msgstr "חברים"

msgid "QUESTIONS"
msgstr "שאלות"

msgid "UNANSWERED"
msgstr "ללא תשובה"

msgid "NAME"
msgstr "שם"

msgid "yes"
msgstr "כן"

msgid "no"
msgstr "לא"

msgid "about"
msgstr "על אודות"

msgid "visibility"
msgstr "נראות"

msgid "listed: members let people in"
msgstr "גלויה: חבריה מכניסים אנשים"

msgid "private: only members know of it"
msgstr "פרטית: רק חבריה יודעים עליה"

msgid "created"
msgstr "נוצרה"

msgid "form"
msgstr "צורה"

msgid "stage"
msgstr "שלב"

msgid "questions"
msgstr "שאלות"

msgid "%1, %2 without an answer"
msgstr "%1, מהן %2 ללא תשובה"

msgid "by %1 on %2"
msgstr "בידי %1 ביום %2"

msgid "by %1"
msgstr "בידי %1"

msgid "on %1"
msgstr "ביום %1"

msgid "archived"
msgstr "בארכיון"

msgid "%1; it looks like %2: hearth community stage %3 %4"
msgstr "%1; נראה שהיא בשלב %2: hearth community stage %3 %4"

msgid "by its members; hearth reopen %1"
msgstr "בידי חבריה; hearth reopen %1"

msgid "decided"
msgstr "הוחלט"

msgid "farewell"
msgstr "דברי פרידה"

msgid "harvest"
msgstr "אסיף"

msgid "goes on in"
msgstr "נמשכת בתוך"

msgid "merged with"
msgstr "מוזגה עם"

msgid "goes on from"
msgstr "המשך של"

msgid "members"
msgstr "חברים"

msgid "waiting"
msgstr "ממתינים"

msgid "invited"
msgstr "מוזמנים"

msgid "coordinator"
msgstr "ריכוז"

msgid "You wait for a member to let you in."
msgstr "בהמתנה להכנסה בידי מישהו מחברי הקהילה."

msgid "Join it: hearth community join %1"
msgstr "הצטרפות: hearth community join %1"

msgid "Let them in: hearth community admit %1 \"%2\""
msgstr "הכנסת הממתינים: hearth community admit %1 \"%2\""

msgid "No open question of %1 is missing in %2."
msgstr "שום שאלה פתוחה של %1 לא חסרה בתוך %2."

msgid "%1 goes on in %2 as %3"
msgstr "%1 נמשכת בתוך %2 בתור %3"

msgid "(also named %1)"
msgstr "(נקראת גם %1)"

msgid "(archived)"
msgstr "(בארכיון)"

msgid "(quiet, see hearth pulse)"
msgstr "(שקטה, ר׳ hearth pulse)"

msgid "and more: hearth list"
msgstr "ועוד: hearth list"

msgid "It was quiet. Ask something: hearth ask \"…\""
msgstr "היה שקט. אפשר לשאול משהו: hearth ask \"…\""

msgid "To answer: hearth show CODE, or write the code and your words on a slip."
msgstr "כדי לענות: hearth show CODE, או לכתוב את הקוד ואת הדברים על פתק."

msgid "%1 to %2"
msgstr "%1 עד %2"

msgid "Open questions"
msgstr "שאלות פתוחות"

msgid "Answered"
msgstr "נענו"

msgid "What we tried and learned, also the hard way"
msgstr "מה ניסינו ולמדנו, גם בדרך הקשה"

msgid "Thanks"
msgstr "תודות"

msgid "Coming up"
msgstr "בקרוב"

msgid "Problems that want hands"
msgstr "בעיות שמחכות לידיים"

msgid "for everybody"
msgstr "לכולם"

msgid "%1 by %2, %3"
msgstr "%1 מאת %2, %3"

msgid "The chain goes on; this is its beginning."
msgstr "השרשרת נמשכת; זו תחילתה."

msgid "People: %1"
msgstr "אנשים: %1"

msgctxt "a link"
msgid "about"
msgstr "על אודות"

msgctxt "a link"
msgid "ends"
msgstr "מסיים את"

msgctxt "a link"
msgid "experience with"
msgstr "התנסות עם"

msgctxt "a link"
msgid "part of"
msgstr "חלק מן"

msgctxt "a link"
msgid "answers"
msgstr "עונה על"

msgctxt "a link"
msgid "solved by"
msgstr "נפתרה בעזרת"

msgctxt "a link"
msgid "resolved by"
msgstr "יושבה בעזרת"

msgctxt "a link"
msgid "drawn from"
msgstr "נשאב מן"

msgid "Kept as draft %1, on this computer only."
msgstr "נשמרה כטיוטה %1, במחשב הזה בלבד."

msgid "Propose it: hearth proposal open %1"
msgstr "הגשתה כהצעה: hearth proposal open %1"

msgid "No draft on this computer."
msgstr "אין טיוטה במחשב הזה."

msgid "DRAFT"
msgstr "טיוטה"

msgid "WRITTEN"
msgstr "נכתב"

msgid "ABOUT"
msgstr "בנושא"

msgid "WORDS"
msgstr "מלים"

msgctxt "a kind of proposal"
msgid "agreement"
msgstr "הסכם"

msgctxt "a kind of proposal"
msgid "merge"
msgstr "מיזוג"

msgctxt "a kind of proposal"
msgid "close"
msgstr "סגירה"

msgctxt "a kind of proposal"
msgid "visibility"
msgstr "נראות"

msgctxt "a kind of proposal"
msgid "set aside"
msgstr "הרחקה"

msgctxt "a kind of proposal"
msgid "restore"
msgstr "השבה"

msgctxt "a kind of proposal"
msgid "other"
msgstr "אחר"

msgid "%1 is a %2 in %3."
msgstr "%1: %2 בקהילה %3."

msgid "It goes with %n later change of yours."
msgid_plural "It goes with %n later changes of yours."
msgstr[0] "יחד עם שינוי מאוחר אחד שלך."
msgstr[1] "יחד עם שני שינויים מאוחרים שלך."
msgstr[2] "יחד עם %n שינויים מאוחרים שלך."

msgid "With it goes %1."
msgstr "יחד עמו נמחקים: %1."

msgid "It was written in one piece with %1."
msgstr "נכתב כמקשה אחת עם %1."

msgid "%n computer of members may hold it."
msgid_plural "%n computers of members may hold it."
msgstr[0] "ייתכן שהוא נמצא במחשב אחד של חברי הקהילה."
msgstr[1] "ייתכן שהוא נמצא בשני מחשבים של חברי הקהילה."
msgstr[2] "ייתכן שהוא נמצא ב־%n מחשבים של חברי הקהילה."

msgid "What others wrote about it stays."
msgstr "מה שאחרים כתבו עליו נשאר."

msgid "Erased: %1"
msgstr "נמחק: %1"

msgid "See how far it is: hearth erasures"
msgstr "עד כמה זה הגיע: hearth erasures"

msgid "Nothing was taken back."
msgstr "שום דבר לא נלקח בחזרה."

msgid "%1 took back %n item in %2"
msgid_plural "%1 took back %n items in %2"
msgstr[0] "פריט אחד נלקח בחזרה בידי %1 בקהילה %2"
msgstr[1] "שני פריטים נלקחו בחזרה בידי %1 בקהילה %2"
msgstr[2] "%n פריטים נלקחו בחזרה בידי %1 בקהילה %2"

msgid "%1 of %n computer has erased it"
msgid_plural "%1 of %n computers have erased it"
msgstr[0] "%1 מתוך מחשב אחד מחק זאת"
msgstr[1] "%1 מתוך שני מחשבים מחקו זאת"
msgstr[2] "%1 מתוך %n מחשבים מחקו זאת"

msgid "%1."
msgstr "%1."

msgid "%1's %2"
msgstr "%2 של %1"

msgid "%1; waiting for %2 and %3 more."
msgstr "%1; בהמתנה אל %2 ועוד %3."

msgid "%1; waiting for %2."
msgstr "%1; בהמתנה אל %2."

msgid "No handover here. Before you go: hearth handover start"
msgstr "אין כאן חפיפה. לפני העזיבה: hearth handover start"

msgid "%1 has left"
msgstr "%1: כבר לא כאן"

msgid "%1 is about to go"
msgstr "%1: לקראת עזיבה"

msgid "no answer yet"
msgstr "אין תשובה עדיין"

msgid "Your colleagues could ask you up to five questions before you go: hearth handover start"
msgstr "עמיתיך יוכלו לשאול אותך עד חמש שאלות לפני העזיבה: hearth handover start"

msgid "%n question waits for your answer: hearth handover show"
msgid_plural "%n questions wait for your answer: hearth handover show"
msgstr[0] "שאלה אחת מחכה לתשובתך: hearth handover show"
msgstr[1] "שתי שאלות מחכות לתשובתך: hearth handover show"
msgstr[2] "%n שאלות מחכות לתשובתך: hearth handover show"

msgid "Slot %1"
msgstr "משבצת זמן %1"

msgid "Slot %1, %2"
msgstr "משבצת זמן %1, %2"

msgid "%1, %2, %3 · %4, called by %5"
msgstr "%1, %2, %3 · %4, ביוזמת %5"

msgid "There: %1"
msgstr "נכחו: %1"

msgid "convened by %1"
msgstr "בהנחיית %1"

msgid "notes by %1"
msgstr "ברישום %1"

msgid "with %1"
msgstr "עם %1"

msgid "(no notes)"
msgstr "(אין רשימות)"

msgid "Of the whole"
msgstr "על הכול"

msgid "%1, called by %2"
msgstr "%1, ביוזמת %2"

msgid "convened by %1, notes by %2"
msgstr "בהנחיית %1, ברישום %2"

msgid "Nothing is unread."
msgstr "אין שום דבר שלא נקרא."

msgid "There is more: add --limit"
msgstr "יש עוד: להוסיף --limit"

msgid "%1 answered %2"
msgstr "תשובה מאת %1 על %2"

msgid "%1 thanks you for %2"
msgstr "תודה לך מאת %1 על %2"

msgid "%1 tried what you advised: %2"
msgstr "התנסות של %1 בעצתך: %2"

msgid "%1 suggests other words for %2"
msgstr "הצעת ניסוח מאת %1 עבור %2"

msgid "%1 ended %2"
msgstr "סיום בידי %1 של %2"

msgid "%1 put up a card at %2"
msgstr "כרטיס חדש מאת %1 על הקיר של %2"

msgid "%1 builds on %2"
msgstr "המשך מאת %1 על בסיס %2"

msgid "%1 started a community about %2: you may join"
msgstr "קהילה חדשה ביוזמת %1 סביב %2: אפשר להצטרף"

msgid "%1 proposes, and waits for your word: %2"
msgstr "הצעה של %1 מחכה לדברך: %2"

msgid "%1 mentioned you in %2"
msgstr "אזכור שלך מאת %1 בתוך %2"

msgid "%1 is new in %2: say hello"
msgstr "פנים חדשות, %1, בתוך %2: כדאי לומר שלום"

msgid "%1 is on the same problem: %2. Meet each other"
msgstr "גם %1 עם אותה בעיה: %2. כדאי להיפגש"

msgid "Nothing by choice. What you ask, answer and raise you follow anyway."
msgstr "שום דבר מבחירה. אחר מה ששאלת, ענית והעלית יש מעקב בכל מקרה."

msgid "You follow %1 %2"
msgstr "במעקב: %1 %2"

msgid "You hear no more of %1 %2"
msgstr "אין עוד מעקב: %1 %2"

msgid "Say hello to: %1"
msgstr "כדאי לומר שלום אל: %1"

msgid "Small things to begin with"
msgstr "דברים קטנים להתחיל בהם"

msgid "Stories that helped"
msgstr "סיפורים שעזרו"

msgid "Learned the hard way"
msgstr "נלמד בדרך הקשה"

msgid "What is written down"
msgstr "מה שכתוב"

msgid "Does it hold for you, too? %1"
msgstr "האם זה נכון גם אצלך? %1"

msgid "Give it a tag: %1"
msgstr "להוסיף תגית: %1"

msgid "Take notes there: %1"
msgstr "לרשום רשימות שם: %1"

msgid "STATE"
msgstr "מצב"

msgid "BY"
msgstr "מאת"

msgid "TITLE"
msgstr "כותרת"

msgid "[collapsed: %1]"
msgstr "[מקופל: %1]"

msgid "everybody"
msgstr "כולם"

msgid "More: add --before %1"
msgstr "עוד: להוסיף --before %1"

msgid "Invitation"
msgstr "הזמנה"

msgid "Bring a problem."
msgstr "להביא בעיה."

msgid "The gathering for a calendar"
msgstr "המפגש ליומן"

msgid "%1, called by %2."
msgstr "%1, ביוזמת %2."

msgid "On a computer with Hearth: %1"
msgstr "במחשב שיש בו Hearth: %1"

msgid "You say what we talk about; nobody else has set the agenda. Come when you can, leave when you must. No account, no computer needed."
msgstr "על מה נדבר? זה בידיך; איש לא קבע סדר יום. באים כשאפשר, הולכים כשצריך. אין צורך בחשבון או במחשב."

msgid "What is in your way?"
msgstr "מה עומד בדרכך?"

msgid "Where:"
msgstr "היכן:"

msgid "Your name, if you like:"
msgstr "שמך, אם רוצים:"

msgid "A colleague may type this in for me: ☐ yes"
msgstr "עמית רשאי להקליד זאת בשבילי: ☐ כן"

msgid "Problem cards"
msgstr "כרטיסי בעיות"

msgid "One hour"
msgstr "שעה אחת"

msgid "%1: one hour"
msgstr "%1: שעה אחת"

msgid "Afterwards: %1"
msgstr "אחר כך: %1"

msgid "a wall with %1 rows (slots) and %2 columns (rooms)"
msgstr "קיר עם %1 שורות (משבצות זמן) ועם %2 עמודות (חדרים)"

msgid "an empty wall for cards"
msgstr "קיר ריק לכרטיסים"

msgid "before"
msgstr "לפני"

msgid "Chairs in a circle. %1, pens, the problem cards. Nobody at the head."
msgstr "כיסאות במעגל. %1, עטים, כרטיסי הבעיות. אף אחד לא בראש."

msgid "Say why you called people, in two minutes. Say that nothing here is decided yet."
msgstr "לומר בשתי דקות למה נקראו האנשים. לומר ששום דבר כאן לא הוחלט עדיין."

msgid "Everybody writes what is in their way on cards, alone and in silence."
msgstr "כולם כותבים על כרטיסים מה עומד בדרכם, לבד ובשקט."

msgid "Each reads one card aloud and hangs it up. No discussion. Like cards hang together."
msgstr "בזה אחר זה קוראים כרטיס אחד בקול ותולים אותו. בלי דיון. כרטיסים דומים תלויים יחד."

msgid "Whoever wants to work on one stands beside it: that is a group, whoever comes is right."
msgstr "מי שרוצים לעבוד על בעיה עומדים לידה: זו הקבוצה, ומי שבאים הם האנשים הנכונים."

msgid "Each card gets a slot and a place. One person there takes notes, in any words."
msgstr "כל כרטיס מקבל משבצת זמן ומקום. מישהו אחד שם רושם, במלים כלשהן."

msgid "Talk. Whoever neither learns nor contributes goes where they do."
msgstr "לדבר. מי שאינם לומדים ואינם תורמים הולכים למקום שבו כן."

msgid "Back in the circle: from each group one sentence, and who goes on."
msgstr "חזרה למעגל: משפט אחד מכל קבוצה, ומי ממשיכים."

msgid "Type cards and notes in together; hand a slip to those who have no computer."
msgstr "להקליד יחד כרטיסים ורשימות; לתת פתק למי שאין להם מחשב."

msgid "Let them have the hour, and the next one if they want it."
msgstr "לתת להם את השעה, וגם את הבאה אם ירצו."

msgid "Come as one of them. Your card hangs beside the others."
msgstr "לבוא כאחד מהם. הכרטיס שלך תלוי לצד האחרים."

msgid "Offer what only you can: a room, an afternoon, some money. A pledge is a promise, not a say."
msgstr "להציע מה שרק בידך: חדר, אחר צהריים, קצת כסף. התחייבות היא הבטחה, לא זכות להחליט."

msgid "Ask what is in the way that you can change; it stands on the card of conditions."
msgstr "לשאול מה עומד בדרך שבידך לשנות; זה כתוב על כרטיס התנאים."

msgid "People at %1 are about to help each other with what is in their way. You are asked for very little:"
msgstr "אנשים במקום העבודה %1 עומדים לעזור אלה לאלה במה שעומד בדרכם. ממך מתבקש מעט מאוד:"

msgid "You will see what they have learned and what came of it. You won't see who did how much: nobody can, and there is no such list."
msgstr "יהיה אפשר לראות מה למדו ומה יצא מזה. לא יהיה אפשר לראות מי עשה כמה: איש לא יכול, ואין רשימה כזאת."

msgid "For managers"
msgstr "למנהלים"

msgid "For those who lead"
msgstr "למי שמובילים"

msgid "They may stop whenever they wish, and go on as long as they wish."
msgstr "הם רשאים להפסיק מתי שירצו, ולהמשיך כל עוד ירצו."

msgid "No server, no cloud, no account. A program on each computer talks to its neighbours on the local network and to nothing else."
msgstr "אין שרת, אין ענן, אין חשבון. תוכנה בכל מחשב מדברת עם שכנותיה ברשת המקומית ועם שום דבר אחר."

msgid "Multicast DNS (UDP 5353) to find them, one TCP port (7117 unless you choose another). Private and link-local addresses only."
msgstr "Multicast DNS (UDP 5353) כדי למצוא אותן, ושער TCP אחד (7117 אם לא נבחר אחר). כתובות פרטיות ומקומיות בלבד."

msgid "Everything between computers is encrypted and authenticated; who leaves gets no new keys."
msgstr "כל מה שעובר בין מחשבים מוצפן ומאומת; מי שעוזבים אינם מקבלים מפתחות חדשים."

msgid "A policy file of yours governs each machine: interfaces, ranges, port, sizes, export, how data lies on the disk. It can't read or change what people write."
msgstr "קובץ מדיניות שלכם מושל בכל מכונה: ממשקים, טווחים, שער, גדלים, ייצוא, אופן שמירת הנתונים בדיסק. הוא אינו יכול לקרוא או לשנות את מה שאנשים כותבים."

msgid "What to look at: %1, %2, %3."
msgstr "במה כדאי להציץ: %1, %2, %3."

msgid "For IT"
msgstr "למערכות מידע"

msgid "For those who answer for the network"
msgstr "למי שאחראים לרשת"

msgid "A colleague who is in stands beside you: %1 on theirs, %2 on yours. Compare four words, and you are in."
msgstr "לצדך מישהו שכבר בפנים: %1 במחשב שלהם, %2 במחשב שלך. משווים ארבע מלים, וזהו."

msgid "Read the wall: %1. You have one of these problems too? Say so: %2"
msgstr "לקרוא את הקיר: %1. יש גם לך אחת הבעיות האלה? אפשר לומר: %2"

msgid "Ask something you'd like to know: %1"
msgstr "לשאול משהו שמעניין אותך: %1"

msgid "Answer something you know. Your name stays on it."
msgstr "לענות על משהו ידוע לך. שמך נשאר על התשובה."

msgid "See what is small and waiting for you: %1"
msgstr "לראות אילו דברים קטנים מחכים לך: %1"

msgid "No computer at work? Fill in a card, or tell anybody who has one: they write it down in your name, and the slip that you get proves that it is yours."
msgstr "אין מחשב בעבודה? אפשר למלא כרטיס, או לספר למי שיש: הדברים נכתבים בשמך, והפתק שבידך מוכיח שהם שלך."

msgid "How to begin"
msgstr "איך להתחיל"

msgid "The first five things"
msgstr "חמשת הדברים הראשונים"

msgid "Nothing waits here: no removed computer wrote anything late."
msgstr "שום דבר אינו ממתין כאן: שום מחשב שהוצא לא כתב דבר באיחור."

msgid "the workplace"
msgstr "מקום העבודה"

msgid "%1 of %2, in %3: %n commit"
msgid_plural "%1 of %2, in %3: %n commits"
msgstr[0] "%1 של %2, בתוך %3: רישום אחד"
msgstr[1] "%1 של %2, בתוך %3: שני רישומים"
msgstr[2] "%1 של %2, בתוך %3: %n רישומים"

msgid "something"
msgstr "משהו"

msgid "RULE"
msgstr "כלל"

msgid "IN FORCE"
msgstr "בתוקף"

msgid "THE POLICY SAYS"
msgstr "לפי המדיניות"

msgid "(line %1)"
msgstr "(שורה %1)"

msgid "No policy governs this machine."
msgstr "שום מדיניות אינה מושלת במכונה הזאת."

msgid "hash %1…"
msgstr "גיבוב %1…"

msgid "%n line follows from each other up to line %1"
msgid_plural "%n lines follow from each other up to line %1"
msgstr[0] "שורה אחת עקבית עד שורה %1"
msgstr[1] "שתי שורות עקביות זו עם זו עד שורה %1"
msgstr[2] "%n שורות עקביות זו עם זו עד שורה %1"

msgid "%1, hash %2"
msgstr "%1, גיבוב %2"

msgid "LISTENS"
msgstr "מאזין"

msgid "ON"
msgstr "בכתובת"

msgid "FOR"
msgstr "לשם"

msgid "nothing that is known"
msgstr "שום דבר ידוע"

msgid "interfaces"
msgstr "ממשקים"

msgid "all that lead to a local network"
msgstr "כל המובילים לרשת מקומית"

msgid "ranges"
msgstr "טווחים"

msgid "hop limit"
msgstr "מגבלת דילוגים"

msgid "policy"
msgstr "מדיניות"

msgid "none"
msgstr "אין"

msgid "at rest"
msgstr "במנוחה"

msgid "files"
msgstr "קבצים"

msgid "%1 looked at"
msgstr "נבדקו %1"

msgid "What leaves this machine"
msgstr "מה יוצא מן המכונה הזאת"

msgid "somewhere"
msgstr "איפשהו"

msgid "free"
msgstr "פנוי"

msgid "%n session in one place"
msgid_plural "%n sessions in one place"
msgstr[0] "מושב אחד במקום אחד"
msgstr[1] "שני מושבים במקום אחד"
msgstr[2] "%n מושבים במקום אחד"

msgid "Without a place"
msgstr "ללא מקום"

msgid "The wall is empty. Put up a card: hearth session new %1 \"…\""
msgstr "הקיר ריק. תליית כרטיס: hearth session new %1 \"…\""

msgid "%n person"
msgid_plural "%n people"
msgstr[0] "אדם אחד"
msgstr[1] "שני אנשים"
msgstr[2] "%n אנשים"

msgid "no time yet"
msgstr "אין עדיין זמן"

msgid "no place yet"
msgstr "אין עדיין מקום"

msgid "%1 or %2"
msgstr "%1 או %2"

msgid "Written by"
msgstr "נכתב בידי"

msgctxt "a source"
msgid "From"
msgstr "מתוך"

msgctxt "a source"
msgid ", by"
msgstr ", מאת"

msgid "%n edits are not in it: something that they are based on isn't here or doesn't count. `hearth page history` shows them."
msgid_plural "%n edits are not in it: something that they are based on isn't here or doesn't count. `hearth page history` shows them."
msgstr[0] "עריכה אחת אינה כלולה: משהו שהיא נשענת עליו אינו כאן או אינו תקף. `hearth page history` מציג אותה."
msgstr[1] "שתי עריכות אינן כלולות: משהו שהן נשענות עליו אינו כאן או אינו תקף. `hearth page history` מציג אותן."
msgstr[2] "%n עריכות אינן כלולות: משהו שהן נשענות עליו אינו כאן או אינו תקף. `hearth page history` מציג אותן."

msgid "Nothing has been written yet."
msgstr "עוד לא נכתב דבר."

msgid "REVISION"
msgstr "גרסה"

msgid "+"
msgstr "+"

msgid "-"
msgstr "-"

msgid "[waits]"
msgstr "[ממתינה]"

msgid "Nothing differs."
msgstr "אין הבדלים."

msgid "No colleague's device was seen yet. Find out why: hearth doctor"
msgstr "עוד לא נראה מכשיר של עמית. כדי לברר למה: hearth doctor"

msgid "configured: %1"
msgstr "הוגדרו: %1"

msgid "last heard %1"
msgstr "נשמע לאחרונה %1"

msgid "next try at %1"
msgstr "ניסיון הבא בשעה %1"

msgid "last error:"
msgstr "שגיאה אחרונה:"

msgid "received %1 in %n commit"
msgid_plural "received %1 in %n commits"
msgstr[0] "התקבלו %1 ברישום אחד"
msgstr[1] "התקבלו %1 בשני רישומים"
msgstr[2] "התקבלו %1 ב־%n רישומים"

msgid "sent %1 in %n commit"
msgid_plural "sent %1 in %n commits"
msgstr[0] "נשלחו %1 ברישום אחד"
msgstr[1] "נשלחו %1 בשני רישומים"
msgstr[2] "נשלחו %1 ב־%n רישומים"

msgid "as of %1"
msgstr "נכון אל %1"

msgid "%1 holds"
msgstr "מה שיש אצל %1"

msgid "SPACE"
msgstr "מרחב"

msgid "THEIRS"
msgstr "אצלם"

msgid "OURS"
msgstr "אצלנו"

msgid "LOG OF"
msgstr "היומן של"

msgid "all equal"
msgstr "הכול זהה"

msgid "all"
msgstr "הכול"

msgid "not known yet"
msgstr "לא ידוע עדיין"

msgid "since %1"
msgstr "מאז %1"

msgid "connected"
msgstr "בחיבור"

msgid "connecting"
msgstr "בהתחברות"

msgid "can't be reached"
msgstr "לא ניתן להגיע"

msgid "seen"
msgstr "נראה"

msgid "away"
msgstr "לא כאן"

msgctxt "an interface"
msgid "on %1"
msgstr "דרך %1"

msgid "round trip %1 ms"
msgstr "הלוך ושוב %1 אלפיות שנייה"

msgid "found by multicast"
msgstr "נמצא בשידור מקומי"

msgid "from the configuration"
msgstr "מן ההגדרות"

msgid "remembered"
msgstr "מן הזיכרון"

msgid "introduced by a colleague"
msgstr "בהיכרות דרך עמית"

msgid "it called us"
msgstr "פנייה אלינו"

msgid "in sync"
msgstr "בסנכרון"

msgid "we lack %1"
msgstr "חסרים לנו %1"

msgid "they lack %1"
msgstr "חסרים להם %1"

msgid "comparing"
msgstr "בהשוואה"

msgid "USE"
msgstr "שימוש"

msgid "SINCE"
msgstr "מאז"

msgid "LABEL"
msgstr "תווית"

msgid "paper"
msgstr "נייר"

msgid "computer"
msgstr "מחשב"

msgid "first"
msgstr "ראשון"

msgid "%1 (this one)"
msgstr "%1 (זה)"

msgctxt "a device"
msgid "in"
msgstr "בפנים"

msgid "out since %1"
msgstr "בחוץ מאז %1"

msgctxt "a device"
msgid "out"
msgstr "בחוץ"

msgid "person"
msgstr "אדם"

msgid "handover"
msgstr "חפיפה"

msgid "belongs"
msgstr "שייכות"

msgid "vouched by"
msgstr "בערבות"

msgid "verified by"
msgstr "אומת על ידי"

msgid "vouched for"
msgstr "ערבות עבור"

msgid "recovery"
msgstr "שחזור"

msgid "waits for a second word after %1"
msgstr "ממתין למלה שנייה אחרי %1"

msgid "departure"
msgstr "עזיבה"

msgid "not yet: nobody has vouched"
msgstr "עוד לא: אין ערבות"

msgid "has left"
msgstr "כבר לא כאן"

msgid "let in by %1"
msgstr "בהכנסת %1"

msgid "one more computer %1"
msgstr "עוד מחשב %1"

msgid "one more computer"
msgstr "עוד מחשב"

msgid "a recovery sheet %1"
msgstr "דף שחזור %1"

msgid "a recovery sheet"
msgstr "דף שחזור"

msgid "revoked %1"
msgstr "בוטל %1"

msgid "revoked"
msgstr "בוטל"

msgid "back on a new computer %1, by the word of %2"
msgstr "חזרה במחשב חדש %1, על פי דברי %2"

msgid "back on a new computer, by the word of %1"
msgstr "חזרה במחשב חדש, על פי דברי %1"

msgid "left, by the word of %1"
msgstr "עזיבה, על פי דברי %1"

msgid "left, by the door key (%1)"
msgstr "עזיבה, במפתח הדלת (%1)"

msgid "let in again by %1"
msgstr "הכנסה מחדש בידי %1"

msgid "Nobody is said to have left."
msgstr "על איש לא נאמר שעזב."

msgid "%1 said so; a second colleague has to"
msgstr "כך לפי %1; נדרש עמית שני"

msgid "%1 said so; can be confirmed from %2 on"
msgstr "כך לפי %1; ניתן לאשר מן %2 והלאה"

msgid "%1 has left; everybody sees it."
msgstr "%1: העזיבה נרשמה; כולם רואים זאת."

msgid "%1 has not left."
msgstr "%1: לא נרשמה עזיבה."

msgid "%1 gave their word that %2 is back on the computer %3."
msgstr "על פי דברי %1, המחשב %3 הוא החזרה של %2."

msgid "`hearth whoami` on the new computer must show these four words."
msgstr "`hearth whoami` במחשב החדש חייב להציג את ארבע המלים האלה."

msgid "These four words must be the same on the screen of %1."
msgstr "ארבע המלים האלה חייבות להיות זהות במסך של %1."

msgid "(collapsed question)"
msgstr "(שאלה מקופלת)"

msgid "asks the same: %1"
msgstr "אותה שאלה: %1"

msgid "No answer yet"
msgstr "אין תשובה עדיין"

msgid "%n answer"
msgid_plural "%n answers"
msgstr[0] "תשובה אחת"
msgstr[1] "שתי תשובות"
msgstr[2] "%n תשובות"

"""##,
##"""
msgid "Answer it: hearth answer %1 \"…\""
msgstr "כדי לענות: hearth answer %1 \"…\""

msgid "(no longer shown)"
msgstr "(אינה מוצגת עוד)"

msgid "edited %1"
msgstr "נערך %1"

msgid "accepted"
msgstr "התקבלה"

msgid "suggested: %1"
msgstr "הוצעו: %1"

msgid "thanks"
msgstr "תודה"

msgid "%1 from %2"
msgstr "%1 מאת %2"

msgid "%1 from %2: %3"
msgstr "%1 מאת %2: %3"

msgid "[opened: %1]"
msgstr "[נפתח: %1]"

msgid "[collapsed: %1; read it: %2]"
msgstr "[מקופל: %1; לקריאה: %2]"

msgid "(imported by %1)"
msgstr "(בייבוא של %1)"

msgid "(imported)"
msgstr "(מייבוא)"

msgid "No question here. Ask one: hearth ask \"…\""
msgstr "אין כאן שאלה. כדי לשאול: hearth ask \"…\""

msgid "ASKED"
msgstr "נשאלה"

msgid "ANSWERS"
msgstr "תשובות"

msgid "QUESTION"
msgstr "שאלה"

msgid "Nothing here holds \"%1\"."
msgstr "שום דבר כאן אינו מכיל \"%1\"."

msgid "Nothing here holds \"%1\"; this holds \"%2\":"
msgstr "שום דבר כאן אינו מכיל \"%1\"; זה מכיל \"%2\":"

msgid "(%1 to %2)"
msgstr "(%1 אל %2)"

msgid "%1 %2 in %3"
msgstr "%1 %2 בקהילה %3"

msgid "%1 %2"
msgstr "%1 %2"

msgid "The slip for them, shown once: %1  (hearth problem claim %2 %3)"
msgstr "הפתק בשבילם, מוצג פעם אחת: %1  (hearth problem claim %2 %3)"

msgid "hearthd found something that this version of hearth can't show: use --json"
msgstr "hearthd מצא משהו שגרסה זו של hearth אינה יכולה להציג: אפשר עם --json"

msgid "proposed by"
msgstr "הצעה של"

msgid "open until"
msgstr "פתוחה עד"

msgid "holds until"
msgstr "בתוקף עד"

msgid "review"
msgstr "בחינה מחדש"

msgid "wording"
msgstr "נוסח"

msgid "number %1"
msgstr "מספר %1"

msgid "other"
msgstr "הצד השני"

msgid "closed by"
msgstr "נסגרה בידי"

msgid "silent"
msgstr "לא הגיבו"

msgid "for good"
msgstr "לתמיד"

msgid "flaw"
msgstr "פגם"

msgid "(to %1)"
msgstr "(אל %1)"

msgid "consents"
msgstr "הסכמה"

msgid "is concerned"
msgstr "חשש"

msgid "objects"
msgstr "התנגדות"

msgid "stands aside"
msgstr "עמידה מן הצד"

msgid "(after the closing)"
msgstr "(אחרי הסגירה)"

msgid "Those who closed it found different things. Who sees more now closes it again: hearth close %1"
msgstr "הסוגרים מצאו דברים שונים. מי שרואים עכשיו יותר סוגרים שוב: hearth close %1"

msgid "Say something: hearth consent %1, or object, question, close"
msgstr "כדי לומר דבר: hearth consent %1, או object, question, close"

msgid "An objection came late; meanwhile the decision holds. Answer it, so that whoever objects consents, or give the decision up, which takes two: hearth close %1"
msgstr "התנגדות הגיעה באיחור; בינתיים ההחלטה בתוקף. אפשר לענות עליה עד שהמתנגדים יסכימו, או לוותר על ההחלטה, ולשם כך דרושים שניים: hearth close %1"

msgid "Agreement"
msgstr "הסכם"

msgid "Merge with %1"
msgstr "מיזוג עם %1"

msgid "Close %1"
msgstr "סגירת %1"

msgid "Visibility"
msgstr "נראות"

msgid "Set aside %1"
msgstr "הרחקת %1"

msgid "Restore a post"
msgstr "השבת הודעה"

msgid "Something that only a later version knows"
msgstr "משהו שרק גרסה מאוחרת יותר מכירה"

msgid "No proposal here. Make one: hearth propose COMMUNITY --agreement \"…\""
msgstr "אין כאן הצעה. כדי להציע: hearth propose COMMUNITY --agreement \"…\""

msgid "UNTIL"
msgstr "עד"

msgid "CONSENTS"
msgstr "הסכמות"

msgid "OBJECTIONS"
msgstr "התנגדויות"

msgid "PROPOSAL"
msgstr "הצעה"

msgid "%1 %2 in %3: %4"
msgstr "%1 %2 בקהילה %3: %4"

msgid "The same in %1: %2"
msgstr "אותו הדבר בקהילה %1: %2"

msgid "%1 of %n agreements in force"
msgid_plural "%1 of %n agreements in force"
msgstr[0] "%1 מתוך הסכם אחד בתוקף"
msgstr[1] "%1 מתוך שני הסכמים בתוקף"
msgstr[2] "%1 מתוך %n הסכמים בתוקף"

msgid "More than anybody keeps in mind: which of these can go?"
msgstr "יותר ממה שאפשר לזכור: על אילו אפשר לוותר?"

msgid "until %1"
msgstr "עד %1"

msgid "under review, until %1"
msgstr "בבחינה מחדש, עד %1"

msgid "ended on %1"
msgstr "תם ביום %1"

msgid "renewed by another"
msgstr "חודש בידי אחר"

msgid "given up in a review"
msgstr "בוטל בבחינה מחדש"

msgid "You are in no community."
msgstr "אינך באף קהילה."

msgctxt "a pulse"
msgid "go on"
msgstr "להמשיך"

msgctxt "a pulse"
msgid "rest"
msgstr "לנוח"

msgctxt "a pulse"
msgid "close"
msgstr "לסגור"

msgctxt "a pulse"
msgid "hand over"
msgstr "להעביר הלאה"

msgid "last post %1"
msgstr "הודעה אחרונה %1"

msgid "no post yet"
msgstr "אין עדיין הודעה"

msgid "Quiet for 60 days. Go on, rest, close, hand over? hearth pulse %1 go-on"
msgstr "שקט זה 60 ימים. להמשיך, לנוח, לסגור, להעביר הלאה? hearth pulse %1 go-on"

msgid "So far: %1"
msgstr "עד כה: %1"

msgid "Nothing yet: nobody has been let in, and no computer was added."
msgstr "אין עדיין דבר: איש לא הוכנס, ושום מחשב לא נוסף."

msgid "Nothing yet: nobody in %1 has proposed, flagged, blurred or taken a role."
msgstr "אין עדיין דבר: איש בקהילה %1 לא הציע, לא סימן, לא טשטש ולא קיבל תפקיד."

msgid "VERB"
msgstr "פעולה"

msgid "What exists for nobody"
msgstr "מה שאין לאיש"

msgid "may do what every member may, above all: %1"
msgstr "רשאי במה שכל חבר רשאי, ובעיקר: %1"

msgid "alone:"
msgstr "לבדו:"

msgid "No role may do anything that a member may not: hearth can --all"
msgstr "אין תפקיד שרשאי במשהו שחבר אינו רשאי: hearth can --all"

msgid "%n month at most"
msgid_plural "%n months at most"
msgstr[0] "חודש אחד לכל היותר"
msgstr[1] "חודשיים לכל היותר"
msgstr[2] "%n חודשים לכל היותר"

msgid "You are in no community yet: hearth community list"
msgstr "אינך עדיין באף קהילה: hearth community list"

msgid "%1 was asked by %2"
msgstr "בקשה אל %1 מאת %2"

msgid "%1 was asked"
msgstr "בקשה אל %1"

msgid "%1 until %2, pledges \"%3\""
msgstr "%1 עד %2, בהתחייבות \"%3\""

msgid "%1 until %2"
msgstr "%1 עד %2"

msgid "vacant since %1"
msgstr "פנוי מאז %1"

msgid "vacant"
msgstr "פנוי"

msgid "%1: anyone, pick it up with hearth role take %2"
msgstr "%1: כולם מוזמנים לקבל אותו עם hearth role take %2"

msgid "%1: pick it up with hearth role take %2"
msgstr "%1: אפשר לקבל אותו עם hearth role take %2"

msgid "Recovery sheet %1 of %2, %3"
msgstr "דף שחזור %1 של %2, %3"

msgid "Write them down now: they are shown this once and kept nowhere."
msgstr "יש לכתוב אותן עכשיו: הן מוצגות רק הפעם ואינן נשמרות בשום מקום."

msgid "Whoever has them can act as you. On a new computer:"
msgstr "מי שהן בידיו יכול לפעול בשמך. במחשב חדש:"

msgid "(a colleague's `hearth invite` makes the code)"
msgstr "(את הקוד יוצר `hearth invite` אצל עמית)"

msgid "Recovery sheet %1"
msgstr "דף שחזור %1"

msgid "Recovery sheet"
msgstr "דף שחזור"

msgid "Sheet %1, made on %2"
msgstr "דף %1, נוצר ביום %2"

msgid "The words as text"
msgstr "המלים כטקסט"

msgid "Keep this paper like a door key: whoever has these words can act as you."
msgstr "יש לשמור את הנייר הזה כמו מפתח של דלת: מי שהמלים האלה בידיו יכול לפעול בשמך."

msgid "If you have lost all your computers: on a new one, run\n%1 with a code of a colleague's\n%2, and type the words in this order. If the paper is lost, run\n%3 on a computer of yours."
msgstr "אם אבדו כל מחשביך: במחשב חדש, להריץ\n%1 עם קוד מתוך\n%2 אצל עמית, ולהקליד את המלים בסדר הזה. אם אבד הנייר, להריץ\n%3 במחשב שלך."

msgid "you"
msgstr "זהות"

msgid "nobody yet"
msgstr "אף אחד עדיין"

msgid "this device"
msgstr "המכשיר הזה"

msgid "workplace"
msgstr "מקום עבודה"

msgid "here"
msgstr "כאן"

msgid "%n question"
msgid_plural "%n questions"
msgstr[0] "שאלה אחת"
msgstr[1] "שתי שאלות"
msgstr[2] "%n שאלות"

msgid "%n thanks"
msgid_plural "%n thanks"
msgstr[0] "תודה אחת"
msgstr[1] "שתי תודות"
msgstr[2] "%n תודות"

msgid "communities"
msgstr "קהילות"

msgid "member of %1, %2 known"
msgstr "חברות ב־%1, מוכרות %2"

msgid "peers"
msgstr "עמיתים"

msgid "discovery"
msgstr "גילוי"

msgid "listening on"
msgstr "מאזין בכתובת"

msgid "home"
msgstr "בית"

msgid "hearthd"
msgstr "hearthd"

msgid "%1, process %2, since %3"
msgstr "%1, תהליך %2, מאז %3"

msgid "sealed, unlocked"
msgstr "אטום, לא נעול"

msgid "sealed, %1"
msgstr "אטום, %1"

msgid "locked"
msgstr "נעול"

msgid "to be sealed before anything else"
msgstr "דרוש איטום לפני כל דבר אחר"

msgid "being locked or unlocked"
msgstr "בעת נעילה או פתיחה"

msgid "not in sync"
msgstr "לא בסנכרון"

msgid "%1 of %2 connected"
msgstr "%1 מתוך %2 בחיבור"

msgid "working"
msgstr "פועל"

msgid "not working"
msgstr "אינו פועל"

msgid "Next: hearth init --name YOUR-NAME"
msgstr "הצעד הבא: hearth init --name YOUR-NAME"

msgid "Next: hearth workplace new NAME, or hearth join CODE with a colleague's code"
msgstr "הצעד הבא: hearth workplace new NAME, או hearth join CODE עם קוד של עמית"

msgid "Next: hearth unlock"
msgstr "הצעד הבא: hearth unlock"

msgid "Next: hearth seal"
msgstr "הצעד הבא: hearth seal"

msgid "none yet"
msgstr "אין עדיין"

msgid "member of"
msgstr "חברות ב"

msgid "A second colleague has to say that this is you. They compare these words:"
msgstr "עמית שני צריך לאשר את זהותך. לשם כך משווים את המלים האלה:"

msgid "founded"
msgstr "הוקם"

msgid "people"
msgstr "אנשים"

msgid "%1 on %n device"
msgid_plural "%1 on %n devices"
msgstr[0] "%1 במכשיר אחד"
msgstr[1] "%1 בשני מכשירים"
msgstr[2] "%1 ב־%n מכשירים"

msgid "VOUCHED BY"
msgstr "בערבות"

msgid "DEVICES"
msgstr "מכשירים"

msgid "(you)"
msgstr "(זהותך)"

msgid "(connected)"
msgstr "(בחיבור)"

msgid "since"
msgstr "מאז"

msgid "devices"
msgstr "מכשירים"

msgctxt "a check"
msgid "fine"
msgstr "תקין"

msgctxt "a check"
msgid "notice"
msgstr "הערה"

msgctxt "a check"
msgid "wrong"
msgstr "תקלה"

msgid "Everything is in sync with everyone who is connected."
msgstr "הכול בסנכרון עם כל מי שבחיבור."

msgid "looking for colleagues…"
msgstr "בחיפוש אחר עמיתים…"

msgid "%1: %2 to receive, %3 to send"
msgstr "%1: לקבל %2, לשלוח %3"

msgid "in sync with %1; received %2, sent %3"
msgstr "בסנכרון עם %1; התקבלו %2, נשלחו %3"

msgid "no colleague is connected"
msgstr "אין עמית בחיבור"

msgid "not in sync yet with %1: we lack %2, they lack %3"
msgstr "עוד לא בסנכרון עם %1: חסרים לנו %2, חסרים להם %3"

msgid "%n device"
msgid_plural "%n devices"
msgstr[0] "מכשיר אחד"
msgstr[1] "שני מכשירים"
msgstr[2] "%n מכשירים"

msgid "Imported into %1: %2"
msgstr "יובאו אל %1: %2"

msgid "%1 were here already"
msgstr "%1 כבר היו כאן"

msgid "%1 skipped: %2"
msgstr "%1 דולגו: %2"

msgid "%1 cut because of their length"
msgstr "%1 קוצרו בגלל אורכם"

msgid "%1 without a date"
msgstr "%1 ללא תאריך"

msgid "%1 refused:"
msgstr "%1 נדחו:"

msgctxt "a kind of record"
msgid "workplace"
msgstr "מקום עבודה"

msgctxt "a kind of record"
msgid "person"
msgstr "אדם"

msgctxt "a kind of record"
msgid "device"
msgstr "מכשיר"

msgctxt "a kind of record"
msgid "community"
msgstr "קהילה"

msgctxt "a kind of record"
msgid "question"
msgstr "שאלה"

msgctxt "a kind of record"
msgid "answer"
msgstr "תשובה"

msgctxt "a kind of record"
msgid "thanks"
msgstr "תודה"

msgctxt "a kind of record"
msgid "proposal"
msgstr "הצעה"

msgctxt "a kind of record"
msgid "stance"
msgstr "עמדה"

msgctxt "a kind of record"
msgid "closing"
msgstr "סגירה"

msgctxt "a kind of record"
msgid "proposal question"
msgstr "שאלה על הצעה"

msgctxt "a kind of record"
msgid "role"
msgstr "תפקיד"

msgctxt "a kind of record"
msgid "flag"
msgstr "סימון"

msgctxt "a kind of record"
msgid "blur"
msgstr "טשטוש"

msgctxt "a kind of record"
msgid "problem"
msgstr "בעיה"

msgctxt "a kind of record"
msgid "story"
msgstr "סיפור"

msgctxt "a kind of record"
msgid "experiment"
msgstr "ניסוי"

msgctxt "a kind of record"
msgid "outcome"
msgstr "תוצאה"

msgctxt "a kind of record"
msgid "trial"
msgstr "התנסות"

msgctxt "a kind of record"
msgid "event"
msgstr "אירוע"

msgctxt "a kind of record"
msgid "session"
msgstr "מושב"

msgctxt "a kind of record"
msgid "suggestion"
msgstr "הצעת ניסוח"

msgctxt "a kind of record"
msgid "value story"
msgstr "סיפור ערך"

msgctxt "a kind of record"
msgid "page"
msgstr "דף"

msgctxt "a kind of record"
msgid "condition"
msgstr "תנאי"

msgctxt "a kind of record"
msgid "tag alias"
msgstr "תגית נרדפת"

msgctxt "a kind of record"
msgid "handover"
msgstr "חפיפה"

msgctxt "a kind of record"
msgid "handover question"
msgstr "שאלת חפיפה"

msgctxt "a field"
msgid "about"
msgstr "על אודות"

msgctxt "a field"
msgid "adopted"
msgstr "אומצה"

msgctxt "a field"
msgid "applied"
msgstr "יישום"

msgctxt "a field"
msgid "aspect"
msgstr "צד"

msgctxt "a field"
msgid "attended"
msgstr "נכחו"

msgctxt "a field"
msgid "body"
msgstr "תוכן"

msgctxt "a field"
msgid "builds on"
msgstr "בהמשך אל"

msgctxt "a field"
msgid "cancelled"
msgstr "בוטל"

msgctxt "a field"
msgid "changed by"
msgstr "בידי מי לשנות"

msgctxt "a field"
msgid "community"
msgstr "קהילה"

msgctxt "a field"
msgid "confirms"
msgstr "מאשרים"

msgctxt "a field"
msgid "date"
msgstr "תאריך"

msgctxt "a field"
msgid "decided"
msgstr "הוחלט"

msgctxt "a field"
msgid "end"
msgstr "סוף"

msgctxt "a field"
msgid "event"
msgstr "אירוע"

msgctxt "a field"
msgid "experiment"
msgstr "ניסוי"

msgctxt "a field"
msgid "field"
msgstr "שדה"

msgctxt "a field"
msgid "form"
msgstr "צורה"

msgctxt "a field"
msgid "goes"
msgstr "באים"

msgctxt "a field"
msgid "guests"
msgstr "אורחים"

msgctxt "a field"
msgid "happened"
msgstr "מה קרה"

msgctxt "a field"
msgid "held"
msgstr "החזיק"

msgctxt "a field"
msgid "helped"
msgstr "עזר"

msgctxt "a field"
msgid "helps"
msgstr "עוזר"

msgctxt "a field"
msgid "helps with"
msgstr "עוזר עם"

msgctxt "a field"
msgid "hypothesis"
msgstr "השערה"

msgctxt "a field"
msgid "immediate"
msgstr "ערך מיידי"

msgctxt "a field"
msgid "inspired by"
msgstr "בהשראת"

msgctxt "a field"
msgid "knows"
msgstr "יודעים משהו"

msgctxt "a field"
msgid "lesson"
msgstr "לקח"

msgctxt "a field"
msgid "learning"
msgstr "למידה"

msgctxt "a field"
msgid "looks after"
msgstr "דואגים לו"

msgctxt "a field"
msgid "machine"
msgstr "מכונה"

msgctxt "a field"
msgid "me too"
msgstr "גם אצלי"

msgctxt "a field"
msgid "note"
msgstr "הערה"

msgctxt "a field"
msgid "notes"
msgstr "רשימות"

msgctxt "a field"
msgid "of"
msgstr "של"

msgctxt "a field"
msgid "on behalf"
msgstr "בשם"

msgctxt "a field"
msgid "outcome"
msgstr "תוצאה"

msgctxt "a field"
msgid "parked"
msgstr "הונחה בצד"

msgctxt "a field"
msgid "place"
msgstr "מקום"

msgctxt "a field"
msgid "places"
msgstr "מקומות"

msgctxt "a field"
msgid "pledge"
msgstr "התחייבות"

msgctxt "a field"
msgid "potential"
msgstr "ערך אפשרי"

msgctxt "a field"
msgid "problems"
msgstr "בעיות"

msgctxt "a field"
msgid "purpose"
msgstr "מטרה"

msgctxt "a field"
msgid "question"
msgstr "שאלה"

msgctxt "a field"
msgid "realised"
msgstr "ערך ממומש"

msgctxt "a field"
msgid "reframed"
msgstr "מבט חדש"

msgctxt "a field"
msgid "resolution"
msgstr "פתרון"

msgctxt "a field"
msgid "result"
msgstr "תוצאה"

msgctxt "a field"
msgid "retry if"
msgstr "לנסות שוב אם"

msgctxt "a field"
msgid "review"
msgstr "בחינה מחדש"

msgctxt "a field"
msgid "rooms"
msgstr "חדרים"

msgctxt "a field"
msgid "rsvp"
msgstr "אישור הגעה"

msgctxt "a field"
msgid "same as"
msgstr "כמו"

msgctxt "a field"
msgid "saving"
msgstr "חיסכון"

msgctxt "a field"
msgid "series"
msgstr "סדרה"

msgctxt "a field"
msgid "settled"
msgstr "הוסדר"

msgctxt "a field"
msgid "site"
msgstr "אתר"

msgctxt "a field"
msgid "situation"
msgstr "מצב"

msgctxt "a field"
msgid "slot"
msgstr "משבצת זמן"

msgctxt "a field"
msgid "slots"
msgstr "משבצות זמן"

msgctxt "a field"
msgid "source"
msgstr "מקור"

msgctxt "a field"
msgid "sources"
msgstr "מקורות"

msgctxt "a field"
msgid "start"
msgstr "התחלה"

msgctxt "a field"
msgid "started"
msgstr "התחיל"

msgctxt "a field"
msgid "still there"
msgstr "עוד קיימת"

msgctxt "a field"
msgid "still valid"
msgstr "עוד תקף"

msgctxt "a field"
msgid "stop rule"
msgstr "כלל עצירה"

msgctxt "a field"
msgid "sunset"
msgstr "תפוגה"

msgctxt "a field"
msgid "tag"
msgstr "תגית"

msgctxt "a field"
msgid "tags"
msgstr "תגיות"

msgctxt "a field"
msgid "taken"
msgstr "התקבל"

msgctxt "a field"
msgid "takes notes"
msgstr "רושמים"

msgctxt "a field"
msgid "text"
msgstr "טקסט"

msgctxt "a field"
msgid "title"
msgstr "כותרת"

msgctxt "a field"
msgid "to"
msgstr "אל"

msgctxt "a field"
msgid "tried"
msgstr "מה נוסה"

msgctxt "a field"
msgid "until"
msgstr "עד"

msgctxt "a field"
msgid "will work"
msgstr "יעבדו על זה"

msgctxt "a field"
msgid "withdrawn"
msgstr "נמשך בחזרה"

msgctxt "a field"
msgid "worked"
msgstr "עבד"

msgctxt "a field"
msgid "worst case"
msgstr "המקרה הגרוע"

msgctxt "a state"
msgid "adopted"
msgstr "אומצה"

msgctxt "a state"
msgid "cancelled"
msgstr "בוטל"

msgctxt "a state"
msgid "confirmed"
msgstr "אושר"

msgctxt "a state"
msgid "ended"
msgstr "הסתיים"

msgctxt "a state"
msgid "helps"
msgstr "עוזר"

msgctxt "a state"
msgid "idea"
msgstr "רעיון"

msgctxt "a state"
msgid "in the way"
msgstr "עומד בדרך"

msgctxt "a state"
msgid "not confirmed"
msgstr "לא אושר"

msgctxt "a state"
msgid "open"
msgstr "פתוחה"

msgctxt "a state"
msgid "over"
msgstr "נגמר"

msgctxt "a state"
msgid "parked"
msgstr "הונחה בצד"

msgctxt "a state"
msgid "planned"
msgstr "מתוכנן"

msgctxt "a state"
msgid "resolved"
msgstr "נפתרה"

msgctxt "a state"
msgid "running"
msgstr "מתנהל"

msgctxt "a state"
msgid "settled"
msgstr "הוסדר"

msgctxt "a value"
msgid "yes"
msgstr "כן"

msgctxt "a value"
msgid "no"
msgstr "לא"

msgctxt "a value"
msgid "maybe"
msgstr "אולי"

msgctxt "a value"
msgid "worked"
msgstr "עבד"

msgctxt "a value"
msgid "did-not"
msgstr "לא עבד"

msgctxt "a value"
msgid "inconclusive"
msgstr "לא הוכרע"

msgctxt "a value"
msgid "stopped"
msgstr "נעצר"

msgctxt "a value"
msgid "social"
msgstr "חברתי"

msgctxt "a value"
msgid "cultural"
msgstr "תרבותי"

msgctxt "a value"
msgid "technical"
msgstr "טכני"

msgctxt "a value"
msgid "physical"
msgstr "פיזי"

msgctxt "a value"
msgid "economic"
msgstr "כלכלי"

msgctxt "a value"
msgid "political"
msgstr "פוליטי"

msgctxt "a home"
msgid "open"
msgstr "פתוח"

msgctxt "a home"
msgid "sealed"
msgstr "אטום"

msgctxt "a form"
msgid "formal"
msgstr "רשמית"

msgctxt "a form"
msgid "informal"
msgstr "לא רשמית"

msgctxt "a stage"
msgid "potential"
msgstr "פוטנציאל"

msgctxt "a stage"
msgid "coalescing"
msgstr "התגבשות"

msgctxt "a stage"
msgid "maturing"
msgstr "התבגרות"

msgctxt "a stage"
msgid "stewardship"
msgstr "שימור"

msgctxt "a stage"
msgid "transforming"
msgstr "השתנות"

msgctxt "pattern of a day"
msgid "yyyy-MM-dd"
msgstr "dd.MM.yyyy"

msgctxt "pattern of a moment"
msgid "yyyy-MM-dd HH:mm"
msgstr "dd.MM.yyyy HH:mm"

msgid "now"
msgstr "עכשיו"

msgid "%1 s ago"
msgstr "לפני %1 שנ׳"

msgid "%1 min ago"
msgstr "לפני %1 דק׳"

msgid "%1 h ago"
msgstr "לפני %1 שע׳"

msgid "%1 d ago"
msgstr "לפני %1 ימים"

"""##
]
}
