// Made by Tools/phrases from he.po; change that file instead.
// swift-format-ignore-file

extension Phrasebook {
static let he: [String] = [
##"""
msgid ""
msgstr "Language: he\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\nPlural-Forms: nplurals=3; plural=n == 1 ? 0 : n == 2 ? 1 : 2;\n"

msgid "There is no file %1."
msgstr "אין קובץ %1."

msgid "%1 is a folder."
msgstr "%1 היא תיקייה."

msgid "%1 is a folder without Markdown files."
msgstr "%1 היא תיקייה בלי קובצי Markdown."

msgid "%1 is not an ordinary file."
msgstr "%1 אינו קובץ רגיל."

msgid "%1 can't be read (errno %2)."
msgstr "לא ניתן לקרוא את %1 (errno %2)."

msgid "%1 is empty."
msgstr "%1 ריק."

msgid "%1 is compressed (%2)."
msgstr "%1 דחוס (%2)."

msgid "%1 holds binary data, not text."
msgstr "ב־%1 יש נתונים בינריים ולא טקסט."

msgid "%1 is neither a mailbox (mbox) nor a StackExchange Posts.xml nor a table (CSV)."
msgstr "%1 אינו תיבת דואר (mbox), אינו Posts.xml של StackExchange ואינו טבלה (CSV)."

msgid "%1 declares a document type or entities, which no StackExchange file does."
msgstr "ב־%1 מוצהרים סוג מסמך או ישויות, ואין כאלה בשום קובץ של StackExchange."

msgid "%1 nests its elements deeper than a StackExchange file does."
msgstr "ב־%1 הרכיבים מקוננים עמוק יותר מבקובץ של StackExchange."

msgid "%1 can't be read: %2 is damaged."
msgstr "לא ניתן לקרוא את %1: %2 – החלק הזה פגום."

msgid "%1 holds more than %2 files or rows."
msgstr "ב־%1 יש יותר מ־%2 קבצים או שורות."

msgid "%1 has a column neither for titles nor for texts."
msgstr "ב־%1 אין עמודה לכותרות וגם לא לטקסטים."

msgid "The files are archives of different formats."
msgstr "הקבצים הם ארכיונים בתבניות שונות."

msgid "%1 became shorter while it was being read."
msgstr "%1 התקצר בזמן הקריאה."

msgid "Check the path."
msgstr "לבדוק את הנתיב."

msgid "Name the file in it: %1/Posts.xml"
msgstr "לציין את הקובץ שבתוכה: %1/Posts.xml"

msgid "Name the files in it that are to be imported."
msgstr "לציין את הקבצים שבתוכה שיש לייבא."

msgid "Save it to a file first; an archive is read twice."
msgstr "לשמור קודם בקובץ; ארכיון נקרא פעמיים."

msgid "Check who may read the file, and the disk that it is on."
msgstr "לבדוק מי רשאי לקרוא את הקובץ, ואת הדיסק שהוא עליו."

msgid "Unpack it first: %1"
msgstr "לפרוס קודם: %1"

msgid "A mailbox begins with a line like \"From name@host Mon Jan  1 00:00:00 2007\"."
msgstr "תיבת דואר מתחילה בשורה כמו \"From name@host Mon Jan  1 00:00:00 2007\"."

msgid "A mailbox begins with a line like \"From name@host Mon Jan  1 00:00:00 2007\", a table with the names of its columns, such as title,text,author,date. Of Slack, name the zip file or its folder; of Markdown, the folder."
msgstr "תיבת דואר מתחילה בשורה כמו \"From name@host Mon Jan  1 00:00:00 2007\", וטבלה בשמות העמודות שלה, כגון title,text,author,date. עבור Slack יש לציין את קובץ ה־zip או את התיקייה; עבור Markdown – את התיקייה."

msgid "Name one of its columns title or text in its first line."
msgstr "לקרוא לאחת העמודות title או text בשורה הראשונה."

msgid "Import it in parts."
msgstr "לייבא בחלקים."

msgid "Get the file from its source again."
msgstr "להביא את הקובץ שוב מהמקור."

msgid "Import them one after the other."
msgstr "לייבא אותם בזה אחר זה."

msgid "Import it again when nothing writes to it any more."
msgstr "לייבא שוב כששום דבר כבר לא כותב לתוכו."

msgid "already in this archive"
msgstr "כבר נמצא בארכיון הזה"

msgid "neither subject nor text"
msgstr "אין נושא ואין טקסט"

msgid "text before the first message"
msgstr "טקסט לפני ההודעה הראשונה"

msgid "a mail program's folder state"
msgstr "מצב תיקייה של תוכנת דואר"

msgid "neither question nor answer"
msgstr "לא שאלה ולא תשובה"

msgid "its question is not in the archive"
msgstr "השאלה שלה אינה בארכיון"

msgid "damaged row"
msgstr "שורה פגומה"

msgid "unknown element"
msgstr "רכיב לא מוכר"

msgid "written by a program, such as who joined"
msgstr "נכתב בידי תוכנה, כגון מי הצטרף"

msgid "of a private channel or conversation"
msgstr "מערוץ או משיחה פרטיים"

msgid "a file of another kind"
msgstr "קובץ מסוג אחר"

msgctxt "a file"
msgid "hidden"
msgstr "מוסתר"

msgid "a link to another place"
msgstr "קישור למקום אחר"

msgid "in too many folders"
msgstr "בתוך יותר מדי תיקיות"

msgid "file too large"
msgstr "הקובץ גדול מדי"

msgid "damaged or unreadable file"
msgstr "קובץ פגום או לא קריא"

msgid "binary data, not text"
msgstr "נתונים בינריים ולא טקסט"

msgid "its directory"
msgstr "התוכן של הקובץ"

msgid "its end"
msgstr "הסוף של הקובץ"

msgid "an entry of %1 bytes"
msgstr "ערך של %1 בתים"

msgid "a former colleague"
msgstr "עמית לשעבר"

msgid "an agreement needs a sunset"
msgstr "להסכם נחוץ תאריך תפוגה"

msgid "the sunset lies more than %1 days away"
msgstr "תאריך התפוגה רחוק יותר מ־%1 ימים"

msgid "the other community is not named"
msgstr "הקהילה האחרת לא צוינה"

msgid "the visibility is not named or not known"
msgstr "מידת הגלוי לא צוינה או אינה מוכרת"

msgid "a listed community can become open, nothing else"
msgstr "קהילה רשומה יכולה להיעשות פתוחה, ולא שום דבר אחר"

msgid "the person is not named"
msgstr "האדם לא צוין"

msgid "no conversation was held before"
msgstr "לא נערכה שיחה לפני כן"

msgid "it takes longer than %1 days"
msgstr "זה נמשך יותר מ־%1 ימים"

msgid "the post is not named"
msgstr "ההודעה לא צוינה"

msgid "the version of the post is not named"
msgstr "הגרסה של ההודעה לא צוינה"

msgid "it is of a kind that this version does not know"
msgstr "זה מסוג שהגרסה הזאת אינה מכירה"

msgid "The time is disputed."
msgstr "הזמן שנוי במחלוקת."

msgctxt "an advice"
msgid "untried"
msgstr "לא נוסה"

msgctxt "an advice"
msgid "tried once"
msgstr "נוסה פעם אחת"

msgctxt "an advice"
msgid "confirmed"
msgstr "אושר"

msgctxt "an advice"
msgid "disputed"
msgstr "שנוי במחלוקת"

msgctxt "an advice"
msgid "did not work"
msgstr "לא עבד"

msgid "did not work on %1"
msgstr "לא עבד ב־%1"

msgid "%1, except %2"
msgstr "%1, מלבד %2"

msgid "1 person: name a community for it?"
msgid_plural "%n people: name a community for it?"
msgstr[0] "אדם אחד: לפתוח לזה קהילה?"
msgstr[1] "שני אנשים: לפתוח לזה קהילה?"
msgstr[2] "%n אנשים: לפתוח לזה קהילה?"

msgid "raised for somebody who has taken their name off it"
msgstr "הועלתה בשביל מישהו שהסיר ממנה את שמו"

msgid "raised for %1, who can claim it with the slip"
msgstr "הועלתה בשביל %1, עם אפשרות לקבל אותה לרשותו בעזרת הפתק"

msgid "it worked"
msgstr "זה עבד"

msgid "it did not work"
msgstr "זה לא עבד"

msgid "it stayed open"
msgstr "זה נשאר פתוח"

msgid "it was stopped"
msgstr "זה נעצר"

msgid "%1: %2; retry if %3"
msgstr "%1: %2; לנסות שוב אם %3"

msgctxt "how it ended, and what was learned"
msgid "%1: %2"
msgstr "%1: %2"

msgid "time disputed: somebody has to pick one"
msgstr "הזמן שנוי במחלוקת: מישהו צריך לבחור"

msgid "place disputed: %1"
msgstr "המקום שנוי במחלוקת: %1"

msgid "1 session in %1"
msgid_plural "%n sessions in %1"
msgstr[0] "מושב אחד ב־%1"
msgstr[1] "שני מושבים ב־%1"
msgstr[2] "%n מושבים ב־%1"

msgctxt "an answer"
msgid "accepted"
msgstr "התקבלה"

msgctxt "why somebody knows"
msgid "answered"
msgstr "ענה על שאלה"

msgid "told a story"
msgstr "סיפר סיפור"

msgid "raised the problem"
msgstr "העלה את הבעיה"

msgid "wants to try it"
msgstr "רוצה לנסות"

msgid "tries it"
msgstr "מנסה"

msgid "tried it"
msgstr "ניסה"

msgid "read an open community"
msgstr "לקרוא קהילה פתוחה"

msgid "read a private community"
msgstr "לקרוא קהילה פרטית"

msgid "one thread"
msgstr "שרשור אחד"

msgid "if member"
msgstr "אם חבר"

msgid "ask a question"
msgstr "לשאול שאלה"

msgid "ask as a colleague without a name"
msgstr "לשאול כעמית בלי שם"

msgid "the terminal, for whoever is signed in"
msgstr "העמדה, בשביל מי שמחובר אליה"

msgid "for somebody else"
msgstr "בשביל מישהו אחר"

msgid "say that one asked without a name"
msgstr "לומר מי שאל בלי שם"

msgid "answer a question"
msgstr "לענות על שאלה"

msgid "thank somebody"
msgstr "להודות למישהו"

msgid "raise a problem"
msgstr "להעלות בעיה"

msgid "tell a story, try something, and say what came of it"
msgstr "לספר סיפור, לנסות משהו ולומר מה יצא מזה"

msgid "say \"me too\", \"I'll work on it\" or \"it worked\""
msgstr "לומר \"גם אצלי\", \"אעבוד על זה\" או \"זה עבד\""

msgid "bring in an archive"
msgstr "להכניס ארכיון"

msgid "accept an answer to a question"
msgstr "לקבל תשובה לשאלה"

msgid "change a post"
msgstr "לשנות הודעה"

msgid "change a page"
msgstr "לשנות דף"

msgid "tag a question"
msgstr "להצמיד תגית לשאלה"

msgid "erase words"
msgstr "למחוק מילים"

msgid "by slip"
msgstr "בעזרת פתק"

msgid "flag words"
msgstr "לסמן מילים"

msgid "blur words for 72 hours"
msgstr "לטשטש מילים ל־72 שעות"

msgid "once per item"
msgstr "פעם אחת לכל פריט"

msgid "the terminal, for whoever asked without a name"
msgstr "העמדה, בשביל מי ששאל בלי שם"

msgid "kiosk or paper"
msgstr "בעמדה משותפת או על נייר"

msgid "invited thread"
msgstr "שרשור שהוזמנו אליו"

msgid "start a community"
msgstr "לפתוח קהילה"

msgid "open ones"
msgstr "פתוחות"

msgid "name a community and say what it is for"
msgstr "לתת שם לקהילה ולומר למה היא נועדה"

msgid "fork a community"
msgstr "לפצל קהילה"

msgid "reopen a closed community"
msgstr "לפתוח מחדש קהילה סגורה"

msgid "former members"
msgstr "חברים לשעבר"

msgid "join an open community"
msgstr "להצטרף לקהילה פתוחה"

msgid "leave a community"
msgstr "לצאת מקהילה"

msgid "invite somebody"
msgstr "להזמין מישהו"

msgid "vouch for somebody met face to face"
msgstr "לערוב למי שנפגשו איתו פנים אל פנים"

msgid "propose something"
msgstr "להציע משהו"

msgid "consent, object or stand aside"
msgstr "להסכים, להתנגד או לעמוד מן הצד"

msgid "those affected"
msgstr "מי שהדבר נוגע להם"

msgid "close a proposal"
msgstr "לסגור הצעה"

msgid "of those affected"
msgstr "ממי שהדבר נוגע להם"

msgid "make a new rule"
msgstr "לקבוע כלל חדש"

msgid "merge communities"
msgstr "למזג קהילות"

msgid "close a community"
msgstr "לסגור קהילה"

msgid "change who can see a community"
msgstr "לשנות מי יכול לראות קהילה"

msgid "set somebody aside"
msgstr "להרחיק מישהו"

msgid "read only, 30 days at most"
msgstr "קריאה בלבד, 30 יום לכל היותר"

msgid "show words again that peers have flagged"
msgstr "להציג שוב מילים שעמיתים סימנו"

msgid "take a role"
msgstr "לקבל תפקיד"

msgid "ask somebody to take a role"
msgstr "לבקש ממישהו לקבל תפקיד"

msgid "accept a role that one was asked to take"
msgstr "להיענות לבקשה לקבל תפקיד"

msgid "lay down a role"
msgstr "להניח תפקיד"

msgid "convene an event"
msgstr "לכנס אירוע"

msgid "greet newcomers"
msgstr "לקבל פני חדשים"

msgid "link what belongs together"
msgstr "לקשר מה ששייך יחד"

msgid "pledge time, room or material"
msgstr "להתחייב לזמן, לחדר או לחומר"

msgid "fill in the conditions card"
msgstr "למלא את כרטיס התנאים"

msgid "change a profile"
msgstr "לשנות פרופיל"

msgid "add a device"
msgstr "להוסיף מכשיר"

msgid "rename a device"
msgstr "לשנות שם של מכשיר"

msgid "revoke a device"
msgstr "לבטל מכשיר"

msgid "vouch for the new device of somebody who lost theirs"
msgstr "לערוב למכשיר החדש של מי שאיבד את שלו"

msgid "mark somebody as departed"
msgstr "לרשום שמישהו עזב"

msgid "logged to all"
msgstr "נרשם לעיני כולם"

msgid "let words in that somebody wrote before they left"
msgstr "להכניס מילים שמישהו כתב לפני שעזב"

msgid "put a shared terminal out of the workplace"
msgstr "להוציא עמדה משותפת ממקום העבודה"

msgid "look after a node: start, stop, sync, rebuild, dump"
msgstr "לטפל בצומת: הפעלה, עצירה, סנכרון, בנייה מחדש, פלט"

msgid "set the ports of a machine"
msgstr "לקבוע את הפורטים של מחשב"

msgid "set the networks of a machine"
msgstr "לקבוע את הרשתות של מחשב"

msgid "set the size limits of a machine"
msgstr "לקבוע את מגבלות הגודל של מחשב"

msgid "set the lease of a machine"
msgstr "לקבוע את משך הפתיחה של מחשב"

msgid "set the gateway of a machine"
msgstr "לקבוע את השער של מחשב"

msgid "this machine only"
msgstr "המחשב הזה בלבד"

msgid "see what one person does"
msgstr "לראות מה אדם אחד עושה"

msgid "Ask the person, or look at what the community has learned."
msgstr "לשאול את האדם, או לראות מה הקהילה למדה."

msgid "rank people"
msgstr "לדרג אנשים"

msgid "Thank them: hearth thanks CODE \"…\"."
msgstr "להודות להם: hearth thanks CODE \"…\"."

msgid "hide somebody's words"
msgstr "להסתיר מילים של מישהו"

msgid "Flag it (hearth flag CODE --reason …) or propose something."
msgstr "לסמן (hearth flag CODE --reason …) או להציע משהו."

msgid "change somebody else's words"
msgstr "לשנות מילים של אחרים"

msgid "Answer instead (hearth answer CODE \"…\"), or tell the author."
msgstr "לענות במקום זה (hearth answer CODE \"…\"), או לומר למי שכתב."

msgid "delete somebody else's words"
msgstr "למחוק מילים של אחרים"

msgid "Flag it (hearth flag CODE --reason …); only the author can erase it."
msgstr "לסמן (hearth flag CODE --reason …); רק מי שכתב יכול למחוק."

msgid "approve posts before they appear"
msgstr "לאשר הודעות לפני שהן מופיעות"

msgid "Answer after they have appeared, or flag them."
msgstr "לענות אחרי שהופיעו, או לסמן אותן."

msgid "close a problem"
msgstr "לסגור בעיה"

msgid "Whoever raised or adopted it marks it as resolved; flag it or propose."
msgstr "מי שהעלה או אימץ אותה רושם שנפתרה; אפשר לסמן או להציע."

msgid "remove somebody"
msgstr "לסלק מישהו"

msgid "Talk first; then propose to set the person aside for a while."
msgstr "קודם לשוחח; אחר כך להציע להרחיק את האדם לזמן מה."

msgid "give somebody a role"
msgstr "לתת תפקיד למישהו"

msgid "Ask them (hearth role ask NAME ROLE); they accept by their own word."
msgstr "לבקש (hearth role ask NAME ROLE); כל אחד מקבל תפקיד במילה שלו."

msgid "take a role from somebody"
msgstr "לקחת תפקיד ממישהו"

msgid "Take it up beside them (hearth role take ROLE); every term ends by itself."
msgstr "לקבל את התפקיד לצדם (hearth role take ROLE); כל כהונה מסתיימת מעצמה."

msgid "overrule an objection"
msgstr "לגבור על התנגדות"

msgid "Answer it, make the proposal smaller, or fork the community."
msgstr "לענות עליה, להקטין את ההצעה או לפצל את הקהילה."

msgid "read a private community without being in it"
msgstr "לקרוא קהילה פרטית בלי להיות בה"

msgid "Ask a member to invite you."
msgstr "לבקש הזמנה מחבר בקהילה."

msgctxt "a way"
msgid "own"
msgstr "את שלהם"

msgctxt "a way"
msgid "by consent"
msgstr "בהסכמה"

msgctxt "a way"
msgid "two members"
msgstr "שני חברים"

msgctxt "a way"
msgid "two members, delayed"
msgstr "שני חברים, בהשהיה"

msgctxt "a way"
msgid "always"
msgstr "תמיד"

msgctxt "a way"
msgid "never"
msgstr "לעולם לא"

msgctxt "a right with its limit"
msgid "%1 (%2)"
msgstr "%1 (%2)"

msgid "Convenes, greets, and sees that questions find an end."
msgstr "מכנס, מקבל פנים ודואג ששאלות יגיעו לסופן."

msgid "Writes down for those who can't type, with their consent."
msgstr "רושם בשביל מי שאינם יכולים להקליד, בהסכמתם."

msgid "Keeps pages true and tags tidy."
msgstr "שומר שהדפים נכונים והתגיות מסודרות."

msgid "Greets newcomers and introduces them."
msgstr "מקבל פני חדשים ומציג אותם."

msgid "Pledges time, room or material, and names conditions."
msgstr "מתחייב לזמן, לחדר או לחומר, ומציין תנאים."

msgid "a colleague"
msgstr "עמית"

msgid "a colleague (member of %1)"
msgstr "עמית (חבר בקהילת %1)"

msgid "The disk is full; nothing was saved."
msgstr "הדיסק מלא; שום דבר לא נשמר."

msgid "Make room on the disk and try again. What was saved before is safe."
msgstr "לפנות מקום בדיסק ולנסות שוב. מה שנשמר קודם בטוח."

msgid "%1 can't be written; nothing was saved."
msgstr "לא ניתן לכתוב את %1; שום דבר לא נשמר."

msgid "Check that the disk is writable and that the folder is yours."
msgstr "לבדוק שניתן לכתוב בדיסק ושהתיקייה שלך."

msgid "%1 can't be read (SQLite error %2)."
msgstr "לא ניתן לקרוא את %1 (שגיאת SQLite מספר %2)."

msgid "Check the disk and the permissions."
msgstr "לבדוק את הדיסק ואת ההרשאות."

msgid "%1 was written by a newer Hearth (version %2, this one knows %3)."
msgstr "%1 נכתב בידי Hearth חדש יותר (גרסה %2, הגרסה הזאת מכירה את %3)."

msgid "Install the newer Hearth again; nothing was changed."
msgstr "להתקין שוב את Hearth החדש יותר; שום דבר לא שונה."

msgid "%1 was written by a Hearth from before its first release (version %2, the first that can be read is %3)."
msgstr "%1 נכתב בידי Hearth מלפני השחרור הראשון (גרסה %2, הראשונה שניתן לקרוא היא %3)."

msgid "Move the folder away and join the workplace again; nothing was changed."
msgstr "להזיז את התיקייה הצדה ולהצטרף שוב למקום העבודה; שום דבר לא שונה."

msgid "%1 is damaged: %2."
msgstr "%1 פגום: %2."

msgid "Move the folder away and join the workplace again: colleagues have it all."
msgstr "להזיז את התיקייה הצדה ולהצטרף שוב למקום העבודה: הכול נמצא אצל העמיתים."

msgid "%1 is damaged; it can be made anew from the log."
msgstr "%1 פגום; ניתן ליצור אותו מחדש מן היומן."

msgid "Run `hearth rebuild`."
msgstr "להריץ `hearth rebuild`."

msgid "The node is stopping."
msgstr "הצומת נעצר."

msgid "Try again."
msgstr "לנסות שוב."

msgid "The database is busy."
msgstr "מסד הנתונים עסוק."

msgid "There is no such space here."
msgstr "אין כאן מרחב כזה."

msgid "The database belongs to another workplace."
msgstr "מסד הנתונים שייך למקום עבודה אחר."

msgid "The key of this space has not arrived yet."
msgstr "המפתח של המרחב הזה עוד לא הגיע."

msgid "Run `hearth sync` while a colleague is connected."
msgstr "להריץ `hearth sync` כשיש עמית בחיבור."

msgid "This device has no log in this space."
msgstr "למכשיר הזה אין יומן במרחב הזה."

msgid "The database failed (SQLite error %1): %2."
msgstr "מסד הנתונים נכשל (שגיאת SQLite מספר %1): %2."

msgid "That can't be saved: %1."
msgstr "לא ניתן לשמור זאת: %1."

msgid "That is no %1."
msgstr "זה אינו %1."

msgid "Say one of: %1."
msgstr "לומר אחד מאלה: %1."

msgid "That is too long: %1 bytes, at most %2 are allowed."
msgstr "זה ארוך מדי: %1 בתים, ומותרים לכל היותר %2."

msgid "Cut it in two."
msgstr "לחלק אותו לשניים."

msgid "The key file of this person is damaged."
msgstr "קובץ המפתחות של האדם הזה פגום."

msgid "That version of the text is not here."
msgstr "הגרסה הזאת של הטקסט אינה כאן."

msgid "`hearth page history CODE` lists those that are."
msgstr "`hearth page history CODE` מונה את אלה שישנן."

msgid "%1 has the wrong type"
msgstr "הסוג של %1 שגוי"

msgid "%1 has %2 characters, at most %3 are allowed"
msgstr "ב־%1 יש %2 תווים, ומותרים לכל היותר %3"

msgid "%1 has %2 bytes, at most %3 are allowed"
msgstr "ב־%1 יש %2 בתים, ומותרים לכל היותר %3"

msgid "%1 holds the character U+%2"
msgstr "ב־%1 יש את התו U+%2"

msgid "%1 is empty"
msgstr "%1 ריק"

msgid "%1 is out of range"
msgstr "%1 מחוץ לטווח"

msgid "%1 is missing"
msgstr "%1 חסר"

msgid "%1 is given twice"
msgstr "%1 נמסר פעמיים"

msgid "a %1 does not belong into this space"
msgstr "%1 – אין לזה מקום במרחב הזה"

msgid "%1 set elements, at most %2 are allowed"
msgstr "%1 איברים בקבוצה, ומותרים לכל היותר %2"

msgid "it counts only in a permanent commit"
msgstr "זה נחשב רק ברישום קבוע"

msgid "the home %1 is already open by process %2; stop that hearthd, or set HEARTH_HOME to another folder"
msgstr "הבית %1 כבר פתוח בידי תהליך %2; יש לעצור את hearthd ההוא, או לכוון את HEARTH_HOME לתיקייה אחרת"

msgid "the home %1 is already open; stop that hearthd, or set HEARTH_HOME to another folder"
msgstr "הבית %1 כבר פתוח; יש לעצור את hearthd ההוא, או לכוון את HEARTH_HOME לתיקייה אחרת"

msgid "%1: %2; check the owner, the permissions and the free space"
msgstr "%1: %2; לבדוק את הבעלים, את ההרשאות ואת המקום הפנוי"

msgid "%1 has mode %2, so others can read it; run: chmod go-rwx %3"
msgstr "ל־%1 הרשאות %2, ולכן אחרים יכולים לקרוא אותו; להריץ: chmod go-rwx %3"

msgid "%1 is damaged; put the file back from a copy, or move it away and join the workplace again. Nothing else was touched"
msgstr "%1 פגום; להחזיר את הקובץ מעותק, או להעביר אותו הצידה ולהצטרף שוב למקום העבודה. בשום דבר אחר לא נגעו"

msgid "the passphrase doesn't do: %1"
msgstr "הסיסמה אינה מתאימה: %1"

msgid "there is too little memory for turning the passphrase into a key; end other programs and try again"
msgstr "אין די זיכרון כדי להפיק מפתח מן הסיסמה; לסיים תוכניות אחרות ולנסות שוב"

msgid "%1: %2; nothing runs until whoever looks after this computer has mended it"
msgstr "%1: %2; שום דבר לא ירוץ עד שמי שמטפל במחשב הזה יתקן"

msgid "can't listen on TCP port %1: %2; set network.port in hearth.toml"
msgstr "לא ניתן להאזין בפורט TCP %1: %2; לקבוע את network.port ב־hearth.toml"

msgid "it could not be reached: %1"
msgstr "לא ניתן היה להגיע אליו: %1"

msgid "it did not answer in time"
msgstr "הוא לא ענה בזמן"

msgid "it broke the protocol: %1"
msgstr "הוא הפר את הפרוטוקול: %1"

msgid "it fell silent"
msgstr "הוא השתתק"

msgid "we closed it: %1"
msgstr "סגרנו אותו: %1"

msgid "it closed: %1"
msgstr "הוא סגר: %1"

msgid "it closed: %1 (%2)"
msgstr "הוא סגר: %1 (%2)"

msgid "the connection broke"
msgstr "החיבור נקטע"

msgid "it is this node itself"
msgstr "זה הצומת הזה עצמו"

msgid "too many connections"
msgstr "יותר מדי חיבורים"

msgctxt "why a session ends"
msgid "no common version"
msgstr "אין גרסה משותפת"

msgctxt "why a session ends"
msgid "not a member"
msgstr "לא חבר"

msgctxt "why a session ends"
msgid "duplicate connection"
msgstr "חיבור כפול"

msgctxt "why a session ends"
msgid "shutting down"
msgstr "נסגר"

msgctxt "why a session ends"
msgid "protocol error"
msgstr "שגיאת פרוטוקול"

msgctxt "why a session ends"
msgid "not permitted"
msgstr "לא מותר"

msgctxt "why a session ends"
msgid "log is cut"
msgstr "היומן נקטע"

msgctxt "why a session ends"
msgid "quota exceeded"
msgstr "חריגה מהמכסה"

msgctxt "why a session ends"
msgid "nobody has it"
msgstr "אין לאיש"

msgctxt "why a session ends"
msgid "device revoked"
msgstr "המכשיר בוטל"

msgctxt "why a session ends"
msgid "waiting for a dependency"
msgstr "ממתין לתלות"

msgctxt "why a session ends"
msgid "version too new"
msgstr "הגרסה חדשה מדי"

msgctxt "why a session ends"
msgid "undecodable"
msgstr "לא ניתן לפענוח"

msgctxt "why a session ends"
msgid "unknown reason"
msgstr "סיבה לא מוכרת"

msgid "The other computer wants in as a person of its own."
msgstr "המחשב השני מבקש להיכנס כאדם נפרד."

msgid "For one more computer of yours, run `hearth device join CODE` there."
msgstr "כדי להוסיף מחשב שלך, להריץ שם `hearth device join CODE`."

msgid "The other computer wants to be one more of yours."
msgstr "המחשב השני מבקש להיות עוד אחד משלך."

msgid "Make a code for that: `hearth device add`."
msgstr "ליצור קוד לשם כך: `hearth device add`."

msgid "The other computer came for something else than this code is for."
msgstr "המחשב השני בא לשם דבר אחר מזה שהקוד מיועד לו."

msgid "With a recovery sheet, `hearth invite` makes the code."
msgstr "עם דף שחזור, `hearth invite` יוצר את הקוד."

msgid "Only somebody who belongs can have one more computer."
msgstr "רק מי ששייכים למקום העבודה יכולים להוסיף מחשב."

msgid "For somebody who has left: `hearth readmit NAME`."
msgstr "למי שעזבו: `hearth readmit NAME`."

msgid "The recovery sheet is of nobody here, or it was revoked."
msgstr "דף השחזור אינו של איש כאן, או שבוטל."

msgid "Two colleagues can let the person back in: `hearth recover NAME`."
msgstr "שני עמיתים יכולים להחזיר את האדם פנימה: `hearth recover NAME`."

msgid "The device has not said that it wants to be added."
msgstr "המכשיר לא אמר שהוא רוצה להתווסף."

msgid "%1 is one more computer of yours."
msgstr "%1 הוא עוד מחשב שלך."

msgid "%1 is back with a recovery sheet."
msgstr "חזרה בעזרת דף שחזור: %1."

msgid "An offer without a purpose was accepted."
msgstr "התקבלה הצעה ללא מטרה."

msgid "The newcomer's keys are not valid."
msgstr "המפתחות של המצטרף אינם תקפים."

msgid "%1, a shared terminal, was let in."
msgstr "%1, עמדה משותפת, הוכנסה."

msgid "%1 was let in."
msgstr "%1 – נכנס למקום העבודה."

msgid "You gave your word that %1 is back; a second colleague runs `hearth recover %2`."
msgstr "נמסרה המילה שלך ש־%1 כאן שוב; עמית שני מריץ `hearth recover %2`."

msgid "The keys of the workplace are not here."
msgstr "המפתחות של מקום העבודה אינם כאן."

msgid "The person whose computer this shall be is not valid."
msgstr "האדם שהמחשב הזה אמור להיות שלו אינו תקף."

msgid "The code lets %1 come back, and this is %2."
msgstr "הקוד מחזיר את %1, וכאן %2."

msgid "Ask your colleague for a code of `hearth invite`."
msgstr "לבקש מעמית קוד של `hearth invite`."

msgid "This home belongs to a workplace already."
msgstr "הבית הזה כבר שייך למקום עבודה."

msgid "This node joined %1."
msgstr "הצומת הזה הצטרף אל %1."

msgid "The other computer welcomes to another workplace."
msgstr "המחשב השני מכניס למקום עבודה אחר."

msgid "The keys of a community can't be kept: %1."
msgstr "לא ניתן לשמור את המפתחות של קהילה: %1."

msgid "Somebody else wrote %1."
msgstr "את %1 כתב מישהו אחר."

msgid "Only who wrote words down can say for whom."
msgstr "רק מי שכתב את הדברים יכול לומר בשביל מי."

msgid "Say a name, or a person who was noted, one of them."
msgstr "לומר שם, או אדם שנרשם, אחד מהם."

msgid "\"%1\" is no code of a slip."
msgstr "\"%1\" אינו קוד של פתק."

msgid "It has 16 letters and digits, such as 7K3M-XQ9A-00ZT-5BCD."
msgstr "יש בו 16 אותיות וספרות, כגון 7K3M-XQ9A-00ZT-5BCD."

msgid "This slip is not of %1."
msgstr "הפתק הזה אינו של %1."

msgid "Check the code; each slip is for what was written with it."
msgstr "לבדוק את הקוד; כל פתק מיועד למה שנכתב איתו."

msgid "Nobody was noted as \"%1\"."
msgstr "איש לא נרשם בשם \"%1\"."

msgid "`hearth slip list` shows who was; or give a name: --on-behalf NAME."
msgstr "`hearth slip list` מציג מי נרשם; או לתת שם: --on-behalf NAME."

msgid "Several people were noted as \"%1\"."
msgstr "כמה אנשים נרשמו בשם \"%1\"."

"""##,
##"""
msgid "Say which by code; `hearth slip list` shows them."
msgstr "לומר מי לפי הקוד; `hearth slip list` מציג אותם."

msgid "The community could not be opened: %1."
msgstr "לא ניתן לפתוח את הקהילה: %1."

msgid "%1 has not asked to come into %2."
msgstr "%1: לא הוגשה בקשה להיכנס אל %2."

msgid "Invite them: hearth community invite %1 %2"
msgstr "הזמנה: hearth community invite %1 %2"

msgid "%1 doesn't belong here."
msgstr "%1: אין שייכות לכאן."

msgid "%1 is in %2 already."
msgstr "%1: כבר בתוך %2."

msgid "A code is for 1 to %1 people."
msgstr "קוד מיועד ל־1 עד %1 אנשים."

msgid "A code counts 1 to %1 days."
msgstr "קוד תקף ל־1 עד %1 ימים."

msgid "%1 is open: everybody can join by themselves."
msgstr "%1 פתוחה: כולם יכולים להצטרף בעצמם."

msgid "Tell them: hearth community join %1"
msgstr "מה לומר להם: hearth community join %1"

msgid "No invitation into \"%1\" is here."
msgstr "אין כאן הזמנה אל \"%1\"."

msgid "`hearth community invitations` shows all."
msgstr "`hearth community invitations` מציג את כולן."

msgid "Several invitations are called \"%1\"."
msgstr "כמה הזמנות נקראות \"%1\"."

msgid "Say which one by its identifier: `hearth community invitations --json`."
msgstr "לומר איזו לפי המזהה שלה: `hearth community invitations --json`."

msgid "\"%1\" is no code; a code looks like 7K3M-XQ9A-00ZT-5BCD."
msgstr "\"%1\" אינו קוד; קוד נראה כך: 7K3M-XQ9A-00ZT-5BCD."

msgid "Look at the paper again: there is no letter O, I, L or U in a code."
msgstr "להסתכל שוב בנייר: אין בקוד האותיות O, I, L ו־U."

msgid "%1 codes wait already."
msgstr "כבר ממתינים %1 קודים."

msgid "They count as soon as a member of the community is connected."
msgstr "הם נכנסים לתוקף ברגע שמישהו מחברי הקהילה בחיבור."

msgid "The code could not be kept: %1."
msgstr "לא ניתן לשמור את הקוד: %1."

msgid "The key of %1 is not here."
msgstr "המפתח של %1 אינו כאן."

msgid "Only members have it."
msgstr "רק לחברים יש אותו."

msgid "Somebody else has to close it too."
msgstr "גם מישהו אחר צריך לסגור אותה."

msgid "%1 is closed by two of those whom it affects."
msgstr "את %1 סוגרים שניים מאלה שהיא נוגעת להם."

msgid "Everybody who was a member when it was proposed can do it."
msgstr "כל מי שהיו חברים בעת ההצעה יכולים לעשות זאת."

msgid "You have closed %1 already; it takes somebody else."
msgstr "כבר סגרת את %1; דרוש עוד מישהו."

msgid "%1 is open until %2, and %3 have said nothing yet."
msgstr "%1 פתוחה עד %2, ו־%3 עוד לא אמרו דבר."

msgid "Silence is no consent, and no objection either: ask them, or wait."
msgstr "שתיקה אינה הסכמה, וגם לא התנגדות: לשאול אותם, או לחכות."

msgid "A private community can't be named on a problem that others read."
msgstr "לא ניתן לנקוב בשם של קהילה פרטית בבעיה שאחרים קוראים."

msgid "Start it without --from."
msgstr "לייסד אותה בלי --from."

msgid "The random generator gave too little."
msgstr "מחולל האקראיות נתן מעט מדי."

msgid "%1 is private: a member has to invite you."
msgstr "%1 פרטית: דרושה הזמנה ממישהו מחבריה."

msgid "Ask one of them for: hearth community invite %1 NAME"
msgstr "לבקש מאחד מהם: hearth community invite %1 NAME"

msgid "The community was written but can't be read."
msgstr "הקהילה נכתבה אך לא ניתן לקרוא אותה."

msgid "Several communities are called \"%1\"."
msgstr "כמה קהילות נקראות \"%1\"."

msgid "Say which one by its code: %1."
msgstr "לומר איזו לפי הקוד שלה: %1."

msgid "There is no community \"%1\" here."
msgstr "אין כאן קהילה \"%1\"."

msgid "`hearth community list` shows all. A new one may not have arrived yet: `hearth sync`."
msgstr "`hearth community list` מציג את כולן. ייתכן שחדשה עוד לא הגיעה: `hearth sync`."

msgid "You are not a member of %1."
msgstr "אינך בין חברי %1."

msgid "Run `hearth community join %1`."
msgstr "להריץ `hearth community join %1`."

msgid "You are in no community yet."
msgstr "אינך עדיין באף קהילה."

msgid "You are in several communities."
msgstr "יש כמה קהילות שבהן חברותך."

msgid "Run `hearth community list`, then `hearth community join NAME`."
msgstr "להריץ `hearth community list`, ואז `hearth community join NAME`."

msgid "Say which one: --community %1."
msgstr "לומר איזו: --community %1."

msgid "Say who has left."
msgstr "לומר מי עזב."

msgid "What becomes of the words of %1 is theirs to say."
msgstr "מה ייעשה בדברים של %1 נתון להחלטת בעליהם."

msgid "Say whose departure you confirm."
msgstr "לומר את עזיבתו של מי לאשר."

msgid "You said so already."
msgstr "כבר אמרת זאת."

msgid "A second colleague has to say so too."
msgstr "גם עמית שני צריך לומר זאת."

msgid "See `hearth departures` for when it can be confirmed."
msgstr "`hearth departures` מציג מתי ניתן לאשר זאת."

msgid "Two colleagues have to say that %1 has left."
msgstr "שני עמיתים צריכים לומר ש־%1 כבר לא כאן."

msgid "Say so yourself: `hearth depart %1`."
msgstr "אפשר לומר זאת: `hearth depart %1`."

msgid "%1 has until %2 to show that they are still here."
msgstr "%1: עד %2 ניתן להראות נוכחות."

msgid "Confirm it afterwards. If it can't wait, the door key can."
msgstr "לאשר אחר כך. אם זה דחוף, מפתח הדלת יכול."

msgid "This workplace was founded without a door key."
msgstr "מקום העבודה הזה הוקם ללא מפתח דלת."

msgid "That is not the door key of this workplace."
msgstr "זה אינו מפתח הדלת של מקום העבודה הזה."

msgid "It was written to a file when the workplace was founded."
msgstr "הוא נכתב לקובץ כשמקום העבודה הוקם."

msgid "%1 does not belong now."
msgstr "%1: אין שייכות כרגע."

msgid "A community is archived by consent, not by somebody's word."
msgstr "קהילה עוברת לארכיון בהסכמה, לא על פי דבריו של מישהו."

msgid "Propose it: hearth propose %1 --close"
msgstr "להציע זאת: hearth propose %1 --close"

msgid "Nothing was to be changed."
msgstr "לא היה מה לשנות."

msgid "Give --form, --charter or --stage."
msgstr "לתת --form, --charter או --stage."

msgid "\"%1\" is no %2."
msgstr "\"%1\" אינו %2."

msgid "There are: %1."
msgstr "ישנם: %1."

msgid "Somebody lives in this home already."
msgstr "בבית הזה כבר יש דייר."

msgid "`hearth whoami` says who. Set HEARTH_HOME to make another home."
msgstr "`hearth whoami` אומר מי. כדי ליצור בית אחר, לקבוע את HEARTH_HOME."

msgid "Only a recovery sheet can revoke all other computers."
msgstr "רק דף שחזור יכול לבטל את כל שאר המחשבים."

msgid "There are %n words; a sheet has 24."
msgid_plural "There are %n words; a sheet has 24."
msgstr[0] "יש מלה אחת; בדף יש 24."
msgstr[1] "יש שתי מלים; בדף יש 24."
msgstr[2] "יש %n מלים; בדף יש 24."

msgid "Word %1 is not on any sheet."
msgstr "מלה מספר %1 אינה בשום דף."

msgid "The words don't belong together: one is wrong or misplaced."
msgstr "המלים אינן שייכות יחד: אחת שגויה או לא במקומה."

msgid "Compare the words with the sheet, in its order."
msgstr "להשוות את המלים עם הדף, לפי הסדר שבו."

msgid "The key of the sheet can't be made."
msgstr "לא ניתן ליצור את המפתח של הדף."

msgid "%1 was put out before."
msgstr "%1 כבר הוצא."

msgid "%1 is the only computer of yours that is in."
msgstr "%1 הוא המחשב היחיד שלך שבפנים."

msgid "To leave the workplace: `hearth depart`. To change computers, add the new one first: `hearth device add`."
msgstr "כדי לעזוב את מקום העבודה: `hearth depart`. כדי להחליף מחשב, להוסיף קודם את החדש: `hearth device add`."

msgid "recovery sheet"
msgstr "דף שחזור"

msgid "a key at %1"
msgstr "מפתח אצל %1"

msgid "a key at a shared terminal"
msgstr "מפתח בעמדה משותפת"

msgid "a computer"
msgstr "מחשב"

msgid "None of your devices is called \"%1\"."
msgstr "אף אחד ממכשיריך אינו נקרא \"%1\"."

msgid "`hearth device list` shows them."
msgstr "`hearth device list` מציג אותם."

msgid "Several of your devices are called \"%1\"."
msgstr "כמה ממכשיריך נקראים \"%1\"."

msgid "Say which: %1."
msgstr "לומר איזה: %1."

msgid "The device's identifier can't be read."
msgstr "לא ניתן לקרוא את מזהה המכשיר."

msgid "A device needs a label."
msgstr "למכשיר דרושה תווית."

msgid "%1 is not open to everybody."
msgstr "%1 אינה פתוחה לכולם."

msgid "A digest hangs where everybody reads it. Its members read `hearth list --community %1`."
msgstr "תמצית תלויה במקום שבו כולם קוראים אותה. חברי הקהילה קוראים `hearth list --community %1`."

msgid "Thanks"
msgstr "תודה"

msgid "to %1"
msgstr "אל %1"

msgid "time disputed"
msgstr "הזמן שנוי במחלוקת"

msgid "raised for %1"
msgstr "הועלתה בשביל %1"

msgid "%1 can't be shown."
msgstr "לא ניתן להציג את %1."

msgid "*From %1, by %2.*"
msgstr "*מתוך %1, מאת %2.*"

msgid "Multicast in hearth.toml"
msgstr "שידור מקומי בקובץ hearth.toml"

msgid "This node announces itself and looks for others."
msgstr "הצומת הזה מכריז על עצמו ומחפש אחרים."

msgid "network.multicast is false: only static peers are reached."
msgstr "network.multicast הוא false: ניתן להגיע רק לעמיתים קבועים."

msgid "Set network.multicast = true, or list static peers."
msgstr "לקבוע network.multicast = true, או למנות עמיתים קבועים."

msgid "Colleagues on this network"
msgstr "עמיתים ברשת הזאת"

msgid "This node is in no workplace yet."
msgstr "הצומת הזה עוד אינו במקום עבודה."

msgid "Run `hearth workplace new NAME`, or `hearth join CODE`."
msgstr "להריץ `hearth workplace new NAME`, או `hearth join CODE`."

msgid "%1 seen with multicast DNS, %2 connected."
msgstr "%1 נראו בשידור DNS מקומי, %2 בחיבור."

msgid "%n nodes of other workplaces are seen, none of this one; %1 connected."
msgid_plural "%n nodes of other workplaces are seen, none of this one; %1 connected."
msgstr[0] "נראה צומת אחד של מקום עבודה אחר, ואף אחד מכאן; %1 בחיבור."
msgstr[1] "נראו שני צמתים של מקומות עבודה אחרים, ואף אחד מכאן; %1 בחיבור."
msgstr[2] "נראו %n צמתים של מקומות עבודה אחרים, ואף אחד מכאן; %1 בחיבור."

msgid "Let a colleague in with `hearth invite`, or wait until one is on site."
msgstr "להכניס עמית עם `hearth invite`, או לחכות שמישהו יהיה במקום."

msgid "No Hearth node is seen with multicast DNS; %1 connected."
msgstr "שום צומת של Hearth לא נראה בשידור DNS מקומי; %1 בחיבור."

msgid "If colleagues are on, multicast is blocked between you, or they are in another subnet: `hearth peers add ADDRESS:PORT` reaches one of them, and that one introduces the others."
msgstr "אם יש עמיתים פעילים, השידור המקומי חסום ביניכם, או שהם ברשת משנה אחרת: `hearth peers add ADDRESS:PORT` מגיע לאחד מהם, והוא מכיר את האחרים."

msgid "a peer"
msgstr "עמית"

msgid "Clock of %1"
msgstr "השעון של %1"

msgid "It differs from ours by %1 s."
msgstr "הוא שונה משלנו ב־%1 שניות."

msgid "Dates will look odd, nothing is lost. Switch on automatic time on the computer that is wrong."
msgstr "תאריכים ייראו מוזרים, שום דבר אינו אובד. להפעיל כיוון שעון אוטומטי במחשב השגוי."

msgid "it has not been tried yet"
msgstr "עוד לא נוסה"

msgid "Peer %1"
msgstr "העמית %1"

msgid "%1 is known but not connected: %2."
msgstr "%1 מוכר אך אינו בחיבור: %2."

msgid "%1 is known but not connected: %2; it is in another subnet."
msgstr "%1 מוכר אך אינו בחיבור: %2; הוא ברשת משנה אחרת."

msgid "Check that Hearth runs there and that its firewall lets TCP port %1 in."
msgstr "לבדוק ש־Hearth פועל שם ושחומת האש שם מכניסה את שער TCP מספר %1."

msgid "Packets can't cross more routers: %1, line %2, allows a hop limit of %3 at most."
msgstr "מנות אינן יכולות לעבור עוד נתבים: %1, שורה %2, מתיר מגבלת דילוגים של %3 לכל היותר."

msgid "Packets cross no router by default. Raise network.hop-limit in hearth.toml on both sides to the number of routers plus one."
msgstr "כברירת מחדל מנות אינן עוברות שום נתב. להעלות את network.hop-limit בקובץ hearth.toml בשני הצדדים למספר הנתבים ועוד אחד."

msgid "Message bus (D-Bus)"
msgstr "אפיק ההודעות (D-Bus)"

msgid "Multicast DNS (avahi-daemon)"
msgstr "שידור DNS מקומי (avahi-daemon)"

msgid "A second multicast DNS program"
msgstr "תוכנה שנייה לשידור DNS מקומי"

msgid "Interface %1"
msgstr "הממשק %1"

msgid "Interfaces"
msgstr "ממשקים"

msgid "Multicast on %1"
msgstr "שידור מקומי דרך %1"

msgid "Firewall (%1)"
msgstr "חומת אש (%1)"

msgid "TCP port %1"
msgstr "שער TCP מספר %1"

msgid "Reaching ourselves at %1"
msgstr "הגעה אל עצמנו בכתובת %1"

msgid "Clock"
msgstr "שעון"

msgid "%1 came into %2 with a code."
msgstr "%1 – כניסה אל %2 בעזרת קוד."

msgid "%1 drafts lie here already."
msgstr "כבר יש כאן %1 טיוטות."

msgid "Open or drop some: hearth proposal drafts"
msgstr "להגיש או להשליך כמה: hearth proposal drafts"

msgid "There is no draft %1 on this computer."
msgstr "אין טיוטה %1 במחשב הזה."

msgid "`hearth proposal drafts` shows all."
msgstr "`hearth proposal drafts` מציג את כולן."

msgid "The drafts could not be kept: %1"
msgstr "לא ניתן לשמור את הטיוטות: %1"

msgid "%1 was written in one piece with %2; they would go, too."
msgstr "%1 נכתב כמקשה אחת עם %2; גם הם יימחקו."

msgid "Take all of it back: hearth erase %1 --all"
msgstr "לקחת הכול בחזרה: hearth erase %1 --all"

msgid "The words were taken back but are still here."
msgstr "הדברים נלקחו בחזרה אך עודם כאן."

msgid "You took %1 back."
msgstr "המילים של %1 נמחקו לבקשתך."

msgid "%1 was taken back by %2."
msgstr "%1 נלקח בחזרה בידי %2."

msgid "What others wrote about it stays; find it with `hearth search`."
msgstr "מה שאחרים כתבו עליו נשאר; ניתן למצוא זאת עם `hearth search`."

msgid "the question was taken back by %1"
msgstr "השאלה נמחקה בידי %1"

msgid "%1 stands in the workplace's own log, which is never erased."
msgstr "%1 עומד ביומן של מקום העבודה עצמו, שאינו נמחק לעולם."

msgid "Change what it says: hearth edit %1"
msgstr "לשנות את תוכנו: hearth edit %1"

msgid "%1 wrote %2; only they can take it back."
msgstr "את %2 כתב %1; רק הכותב יכול לקחת זאת בחזרה."

msgid "Flag it (hearth flag %1 --reason …), or ask them."
msgstr "לסמן זאת (hearth flag %1 --reason …), או לבקש מהם."

msgid "Somebody else"
msgstr "מישהו אחר"

msgid "You wrote %1 on another computer of yours."
msgstr "כתבת את %1 במחשב אחר שלך."

msgid "Take it back there; a computer can only erase what it wrote itself."
msgstr "לקחת זאת בחזרה שם; מחשב יכול למחוק רק מה שכתב בעצמו."

msgid "%1 stands in one commit with what others rely on to know who belongs; that commit stays."
msgstr "%1 עומד ברישום אחד עם דברים שאחרים נסמכים עליהם כדי לדעת מי שייך; הרישום הזה נשאר."

msgid "Empty it instead: hearth edit %1"
msgstr "לרוקן אותו במקום זאת: hearth edit %1"

msgid "%1 was changed too often: %2 commits, and %3 can be taken back at once."
msgstr "%1 שונה פעמים רבות מדי: %2 רישומים, וניתן לקחת בחזרה %3 בבת אחת."

msgid "accepted answer withdrawn"
msgstr "התשובה שהתקבלה נמחקה"

msgid "the accepted answer isn't here"
msgstr "התשובה שהתקבלה אינה כאן"

msgid "%1 is read by its members only."
msgstr "את %1 קוראים רק חבריה."

msgid "Ask one of them to let you in."
msgstr "לבקש מאחד מהם להכניס אותך."

msgid "The words of %1 are not on this computer."
msgstr "הדברים של %1 אינם במחשב הזה."

msgid "Join it first: hearth community join %1"
msgstr "להצטרף אליה קודם: hearth community join %1"

msgid "You have flagged this version of %1 already."
msgstr "כבר סימנת את הגרסה הזאת של %1."

msgid "Take it back with `hearth unflag %1`."
msgstr "לקחת בחזרה עם `hearth unflag %1`."

msgid "You have no flag on %1."
msgstr "אין לך סימון על %1."

msgid "`hearth log %1` shows who flagged what."
msgstr "`hearth log %1` מציג מי סימן מה."

msgid "%1 was blurred before; an item is blurred only once."
msgstr "%1 כבר טושטש; פריט מטושטש רק פעם אחת."

msgid "Flag it: `hearth flag %1 --reason %2`."
msgstr "לסמן אותו: `hearth flag %1 --reason %2`."

msgid "You have not blurred %1."
msgstr "לא טשטשת את %1."

msgid "\"%1\" is not in the list of reasons."
msgstr "\"%1\" אינו ברשימת הסיבות."

msgid "The list: %1."
msgstr "הרשימה: %1."

msgid "What %1 is about is not here yet."
msgstr "מה ש־%1 עוסק בו עוד אינו כאן."

msgid "hidden by %1: %2"
msgstr "הוסתר בידי %1: %2"

msgid "blurred by %1 until %2 UTC: %3"
msgstr "טושטש בידי %1 עד %2 UTC: %3"

msgid "%1 has to decide the same: a member there runs hearth propose %2 --merge-into %3"
msgstr "גם %1 צריכה להחליט כך: מישהו מחבריה מריץ hearth propose %2 --merge-into %3"

msgid "You proposed %1."
msgstr "ההצעה שלך: %1."

msgid "The proposal was written but has no name."
msgstr "ההצעה נכתבה אך אין לה שם."

msgid "You have no say in %1."
msgstr "אין לך זכות דעה בעניין %1."

msgid "Members decide; somebody whom it is about does not."
msgstr "חברי הקהילה מחליטים; מי שההצעה עוסקת בו אינו מחליט."

msgid "An objection needs a reason."
msgstr "להתנגדות דרושה סיבה."

msgid "Say what is not good enough for now, or not safe enough to try."
msgstr "לומר מה אינו טוב דיו לעת עתה, או אינו בטוח דיו לנסות."

msgid "%1 was proposed by somebody else."
msgstr "את %1 הציע מישהו אחר."

msgid "Ask for other words: hearth question %1 \"…\""
msgstr "לבקש ניסוח אחר: hearth question %1 \"…\""

msgid "%1 is decided; other words are another proposal."
msgstr "%1 הוחלטה; ניסוח אחר הוא הצעה אחרת."

msgid "%1 is not here yet."
msgstr "%1 עוד אינה כאן."

msgid "%1 is decided: %2."
msgstr "%1 הוחלטה: %2."

msgid "To change it, propose something new."
msgstr "כדי לשנות זאת, להציע משהו חדש."

msgid "The proposal was written but can't be read."
msgstr "ההצעה נכתבה אך לא ניתן לקרוא אותה."

msgid "Your handover has begun already."
msgstr "החפיפה שלך כבר התחילה."

msgid "Give it another note with --note, or answer: hearth handover show"
msgstr "להחליף את ההערה עם --note, או לענות: hearth handover show"

msgid "Colleagues ask; you answer: hearth handover show"
msgstr "עמיתים שואלים; התשובות שלך: hearth handover show"

msgid "%1 has left and can't answer any more."
msgstr "%1: אחרי עזיבה לא ניתן עוד לענות."

msgid "%1 has begun no handover."
msgstr "%1: לא התחילה חפיפה."

msgid "Ask in a community, or ask them to run: hearth handover start"
msgstr "לשאול בקהילה, או לבקש מהם להריץ: hearth handover start"

msgid "%1 has %2 questions already."
msgstr "אל %1 כבר הופנו %2 שאלות."

msgid "See them: hearth handover show \"%1\""
msgstr "לראות אותן: hearth handover show \"%1\""

msgid "%1 was not asked of you."
msgstr "%1 לא הופנתה אליך."

msgid "Only who is asked can answer."
msgstr "רק מי שנשאל יכול לענות."

msgid "The handover was written but can't be read."
msgstr "החפיפה נכתבה אך לא ניתן לקרוא אותה."

msgid "%1 is no handover that is shown here."
msgstr "%1 אינה חפיפה שמוצגת כאן."

msgid "`hearth handover show` shows all."
msgstr "`hearth handover show` מציג את כולן."

msgid "Sixteen imports are under way already."
msgstr "כבר מתנהלים שישה־עשר ייבואים."

msgid "Wait for one to end."
msgstr "לחכות שאחד יסתיים."

msgid "A batch has at most %1 posts."
msgstr "באצווה יש לכל היותר %1 הודעות."

msgid "(without a title)"
msgstr "(בלי כותרת)"

msgid "The question that it answers is not there."
msgstr "השאלה שהיא עונה עליה אינה שם."

msgid "There is no such import."
msgstr "אין ייבוא כזה."

msgid "The node may have been restarted. Run the import again: what is here is skipped."
msgstr "ייתכן שהצומת הופעל מחדש. להריץ שוב את הייבוא: מה שכבר כאן מדולג."

msgid "You follow %1 things already."
msgstr "כבר יש לך %1 דברים במעקב."

msgid "`hearth follow` shows them; `hearth follow CODE --stop` ends one."
msgstr "`hearth follow` מציג אותם; `hearth follow CODE --stop` מסיים מעקב."

msgid "What you have read could not be kept: %1"
msgstr "לא ניתן לשמור מה נקרא: %1"

msgid "The issue was written but has no name."
msgstr "הגיליון נכתב, אבל אין לו שם."

msgid "The kind of %1 is unknown."
msgstr "הסוג של %1 אינו ידוע."

msgid "Nothing was to be changed in %1."
msgstr "לא היה מה לשנות בתוך %1."

msgid "%1 was written by somebody else"
msgstr "%1 נכתב בידי מישהו אחר"

msgid "A %1 belongs into a community."
msgstr "הסוג %1 שייך לקהילה."

msgid "Say which one: --community NAME."
msgstr "לומר איזו: --community NAME."

msgid "Its community is not here yet."
msgstr "הקהילה שלו עוד אינה כאן."

msgid "hearth sync"
msgstr "hearth sync"

msgid "The words were written but have no name."
msgstr "הדברים נכתבו אך אין להם שם."

msgid "You wrote %1 for everybody."
msgstr "כתבת את %1 לכולם."

msgid "The record could not be shown."
msgstr "לא ניתן להציג את הרשומה."

msgid "`hearth list` shows what is here."
msgstr "`hearth list` מציג מה יש כאן."

msgid "claimed by %1"
msgstr "שויך אל %1"

msgid "A %1 has no field \"%2\"."
msgstr "לסוג %1 אין שדה \"%2\"."

msgid "It has: %1."
msgstr "יש לו: %1."

msgid "yes or no"
msgstr "yes או no"

msgid "a moment such as 2027-05-04T13:00:00Z"
msgstr "רגע כגון 2027-05-04T13:00:00Z"

msgid "a whole number"
msgstr "מספר שלם"

msgid "nothing that can be typed"
msgstr "דבר שאי אפשר להקליד"

msgid "\"%1\" can't stand for %2: it is %3."
msgstr "\"%1\" אינו יכול לעמוד במקום %2: %3."

msgid "the workplace"
msgstr "מקום העבודה"

msgid "This node made a new key for %1, because somebody is out or set aside."
msgstr "הצומת הזה הכין מפתח חדש אל %1, כי מישהו יצא או הורחק."

msgid "This node gave %1 a new key."
msgstr "הצומת הזה נתן מפתח חדש אל %1."

msgid "This node gave the key of %1 to devices that lacked it."
msgstr "הצומת הזה נתן את המפתח של %1 למכשירים שחסרו אותו."

msgid "This node opened %1 to everybody, as its members decided."
msgstr "הצומת הזה פתח את %1 לכולם, כפי שהחברים החליטו."

msgid "Somebody gave this computer a key of %1 that is none; colleagues were asked."
msgstr "מישהו נתן למחשב הזה מפתח של %1 שאינו מפתח; נשלחה בקשה לעמיתים."

msgid "Your profile is not here yet."
msgstr "הפרופיל שלך עוד אינו כאן."

msgid "Nothing of \"%1\" waits to be let in here."
msgstr "שום דבר של \"%1\" אינו ממתין כאן להכנסה."

msgid "`hearth release` shows what does."
msgstr "`hearth release` מציג מה ממתין."

msgid "%1 invites you into %2."
msgstr "%1: הזמנה אל %2."

msgid "You are in %1 now."
msgstr "מעכשיו יש לך מקום ב־%1."

msgid "%1 letters wait for colleagues already."
msgstr "כבר ממתינים %1 מכתבים לעמיתים."

msgid "They leave as soon as the colleagues are connected."
msgstr "הם יוצאים ברגע שהעמיתים בחיבור."

msgid "1 member"
msgid_plural "%n members"
msgstr[0] "חבר אחד"
msgstr[1] "שני חברים"
msgstr[2] "%n חברים"

msgid "solved, 1 answer"
msgid_plural "solved, %n answers"
msgstr[0] "נפתרה, תשובה אחת"
msgstr[1] "נפתרה, שתי תשובות"
msgstr[2] "נפתרה, %n תשובות"

msgid "1 answer"
msgid_plural "%n answers"
msgstr[0] "תשובה אחת"
msgstr[1] "שתי תשובות"
msgstr[2] "%n תשובות"

msgid "this community"
msgstr "הקהילה הזאת"

msgid "more words in %1"
msgstr "מילים נוספות ב־%1"

msgid "more words on this computer"
msgstr "מילים נוספות במחשב הזה"

msgid "%1 is archived."
msgstr "%1 בארכיון."

msgid "Reopen it? hearth reopen %1"
msgstr "לפתוח אותה מחדש? hearth reopen %1"

msgid "written while set aside"
msgstr "נכתב בזמן הרחקה"

msgid "arrived after closing"
msgstr "הגיע אחרי הסגירה"

msgid "No such right exists for anyone: what %1 is good for is %2's own to see."
msgstr "אין לאיש זכות כזאת: במה %1 מועיל, רק %2 יכול לראות."

msgid "hearth mirror shows yours."
msgstr "hearth mirror מציג את שלך."

msgid "Multicast DNS is unavailable; run `hearth doctor`."
msgstr "Multicast DNS אינו זמין; להריץ `hearth doctor`."

msgid "1 commit arrived in the workplace."
msgid_plural "%n commits arrived in the workplace."
msgstr[0] "רישום אחד הגיע למקום העבודה."
msgstr[1] "שני רישומים הגיעו למקום העבודה."
msgstr[2] "%n רישומים הגיעו למקום העבודה."

msgid "1 commit arrived in %1."
msgid_plural "%n commits arrived in %1."
msgstr[0] "רישום אחד הגיע אל %1."
msgstr[1] "שני רישומים הגיעו אל %1."
msgstr[2] "%n רישומים הגיעו אל %1."

msgid "the peer takes its bytes too slowly"
msgstr "העמית קולט את הבתים לאט מדי"

msgid "the system's message bus (D-Bus) does not run"
msgstr "אפיק ההודעות של המערכת (D-Bus) אינו פועל"

msgid "avahi-daemon does not run or does not answer"
msgstr "avahi-daemon אינו פועל או אינו עונה"

msgid "avahi-daemon refuses (error %1)"
msgstr "avahi-daemon מסרב (שגיאה %1)"

msgid "\"%1\" is no place in the list."
msgstr "\"%1\" אינו מקום ברשימה."

msgid "You changed %1."
msgstr "שינית את %1."

msgid "`hearth page list` shows what is here."
msgstr "`hearth page list` מציג מה יש כאן."

msgid "\"%1\" can mean several revisions."
msgstr "\"%1\" יכול להתפרש ככמה גרסאות."

msgid "Say more of its id."
msgstr "לומר עוד מן המזהה שלה."

msgid "A code lives 1 to %1 minutes."
msgstr "קוד חי בין דקה ל־%1 דקות."

msgid "This home belongs to %1 already."
msgstr "הבית הזה כבר שייך אל %1."

msgid "Set HEARTH_HOME to make another home."
msgstr "כדי ליצור בית אחר, לקבוע את HEARTH_HOME."

msgid "\"%1\" is no code; a code looks like 47-copper-lava."
msgstr "\"%1\" אינו קוד; קוד נראה כך: 47-copper-lava."

msgid "Ask your colleague to read out the code of `hearth invite` again."
msgstr "לבקש מן העמית להקריא שוב את הקוד של `hearth invite`."

msgid "\"%1\" is no address; an address looks like 10.0.0.7:7117."
msgstr "\"%1\" אינו כתובת; כתובת נראית כך: 10.0.0.7:7117."

msgid "%1 is not an address of a local network."
msgstr "%1 אינה כתובת של רשת מקומית."

msgid "Name its range in network.extra-ranges of hearth.toml if it is yours."
msgstr "אם היא שלך, לציין את הטווח שלה בשדה network.extra-ranges שבקובץ hearth.toml."

msgid "There is no such pairing."
msgstr "אין צימוד כזה."

msgid "No peer is called \"%1\"."
msgstr "אין עמית שנקרא \"%1\"."

msgid "`hearth peers` shows all."
msgstr "`hearth peers` מציג את כולם."

msgid "\"%1\" has several devices."
msgstr "אל \"%1\" שייכים כמה מכשירים."

msgid "%1 is not among the static peers."
msgstr "%1 אינו בין העמיתים הקבועים."

msgid "`hearth peers` shows them."
msgstr "`hearth peers` מציג אותם."

msgid "%n commits of %1 can't be opened yet: their key has not arrived."
msgid_plural "%n commits of %1 can't be opened yet: their key has not arrived."
msgstr[0] "לא ניתן עדיין לפתוח רישום אחד של %1: המפתח שלו לא הגיע."
msgstr[1] "לא ניתן עדיין לפתוח שני רישומים של %1: המפתח שלהם לא הגיע."
msgstr[2] "לא ניתן עדיין לפתוח %n רישומים של %1: המפתח שלהם לא הגיע."

"""##,
##"""
msgid "a community"
msgstr "קהילה"

msgid "%n commit"
msgid_plural "%n commits"
msgstr[0] "רישום אחד"
msgstr[1] "שני רישומים"
msgstr[2] "%n רישומים"

msgid "%1 of %2"
msgstr "%1 של %2"

msgid "%1 that %2 has are missing here"
msgstr "חסרים כאן: %1, שנמצאים אצל %2"

msgid "%1 lacks %2"
msgstr "חסרים אצל %1: %2"

msgid "%1: %2."
msgstr "%1: %2."

msgid "%1 of %2 are transferred"
msgstr "הועברו %1 מתוך %2"

msgid "sent, not confirmed yet"
msgstr "נשלחו, עוד לא אושרו"

msgid "the two replicas are being compared"
msgstr "שני העותקים בהשוואה"

msgid "the workplace's own records come first"
msgstr "הרישומים של מקום העבודה עצמו באים קודם"

msgid "others are sent first"
msgstr "אחרים נשלחים קודם"

msgid "that computer is not connected"
msgstr "המחשב ההוא אינו בחיבור"

msgid "It comes when both are on site."
msgstr "זה יגיע כששניהם יהיו במקום."

msgid "no connected colleague has it"
msgstr "לשום עמית בחיבור אין זאת"

msgid "Wait for its author to be on site."
msgstr "לחכות שהכותב יהיה במקום."

msgid "the log has two histories"
msgstr "ליומן יש שתי היסטוריות"

msgid "A restored or cloned computer wrote it; nothing that is here is lost."
msgstr "כתב אותו מחשב ששוחזר או שוכפל; שום דבר שכאן אינו אובד."

msgid "the peer withholds it: %1"
msgstr "העמית אינו מוסר זאת: %1"

msgid "something before it has not arrived"
msgstr "משהו שלפניו לא הגיע"

msgid "its key has not arrived"
msgstr "המפתח שלו לא הגיע"

msgid "this node may not have it"
msgstr "הצומת הזה אינו רשאי לקבל זאת"

msgid "a quota for it is used up"
msgstr "המכסה לכך נוצלה"

msgid "`hearth policy show` lists the quotas of this computer."
msgstr "`hearth policy show` מונה את המכסות של המחשב הזה."

msgid "its log was ended before it"
msgstr "היומן שלו הסתיים לפניו"

msgid "it can't be read"
msgstr "לא ניתן לקרוא אותו"

msgid "Its author's Hearth may be broken."
msgstr "ייתכן ש־Hearth של הכותב מקולקל."

msgid "a newer Hearth wrote it"
msgstr "כתב אותו Hearth חדש יותר"

msgid "Update Hearth on this computer."
msgstr "לעדכן את Hearth במחשב הזה."

msgid "its signature is false"
msgstr "החתימה שלו מזויפת"

msgid "It was refused; look at `hearth peers`."
msgstr "הוא נדחה; ר׳ `hearth peers`."

msgid "it could not be stored: %1"
msgstr "לא ניתן לאחסן אותו: %1"

msgid "Check the disk."
msgstr "לבדוק את הדיסק."

msgid "The clock differs from a colleague's by more than a minute."
msgstr "השעון שונה משעון של עמית ביותר מדקה."

msgid "multicast is switched off in hearth.toml"
msgstr "multicast כבוי ב־hearth.toml"

msgid "A shared terminal founds no workplace."
msgstr "עמדה משותפת אינה מקימה מקום עבודה."

msgid "Let a colleague invite it: hearth invite, then here hearth join CODE."
msgstr "לבקש מעמית להזמין אותה: hearth invite, ואז כאן hearth join CODE."

msgid "The workplace could not be entered: %1."
msgstr "לא ניתן להיכנס למקום העבודה: %1."

msgid "this computer"
msgstr "המחשב הזה"

msgid "That person's founding is not here yet."
msgstr "הייסוד של האדם הזה עוד אינו כאן."

msgid "Run `hearth sync`."
msgstr "להריץ `hearth sync`."

msgid "A device of one of you has come or gone meanwhile."
msgstr "בינתיים מכשיר של אחד מכם נוסף או הוצא."

msgid "Compare again: `hearth verify %1`."
msgstr "להשוות שוב: `hearth verify %1`."

msgid "The words differ: one of you sees other devices than the other."
msgstr "המלים שונות: אחד מכם רואה מכשירים אחרים מן השני."

msgid "Run `hearth sync` on both and compare again. If they still differ, look at `hearth people %1` together."
msgstr "להריץ `hearth sync` בשניהם ולהשוות שוב. אם הן עדיין שונות, להסתכל יחד על `hearth people %1`."

msgid "That is you; compare with a colleague."
msgstr "זו זהותך שלך; יש להשוות עם עמית."

msgid "Both of you have to belong to compare words."
msgstr "שניכם צריכים להיות שייכים כדי להשוות מלים."

msgid "`hearth people` shows who does."
msgstr "`hearth people` מציג מי שייך."

msgid "%1 has not left."
msgstr "%1: לא נרשמה עזיבה."

msgid "`hearth people` shows who has."
msgstr "`hearth people` מציג למי יש."

msgid "%1 flagged"
msgstr "סימון בידי %1 של"

msgid "%1 took back a flag on"
msgstr "ביטול סימון בידי %1 של"

msgid "%1 renewed a flag on"
msgstr "חידוש סימון בידי %1 של"

msgid "%1 blurred"
msgstr "טשטוש בידי %1 של"

msgid "%1 lifted the blur of"
msgstr "הסרת טשטוש בידי %1 של"

msgid "%1 renewed the blur of"
msgstr "חידוש טשטוש בידי %1 של"

msgid "%1 asked %2 to be %3 until %4"
msgstr "בקשה מאת %1 אל %2 להיות %3 עד %4"

msgid "%1 took the role %2 until %3"
msgstr "התפקיד %2 עבר אל %1 עד %3"

msgid "%1 accepted the role %2 until %3"
msgstr "הסכמה של %1 לתפקיד %2 עד %3"

msgid "%1 laid down the role %2"
msgstr "התפקיד %2 הונח בידי %1"

msgid "%1 let %2 in, with an invitation by %3"
msgstr "הכנסה של %2 בידי %1, בהזמנת %3"

msgid "%1 let %2 in"
msgstr "הכנסה של %2 בידי %1"

msgid "%1 left"
msgstr "עזיבה של %1"

msgid "%1 let in %n late commit of %2's computer %3"
msgid_plural "%1 let in %n late commits of %2's computer %3"
msgstr[0] "הכנסה בידי %1 של רישום מאוחר אחד מן המחשב %3 של %2"
msgstr[1] "הכנסה בידי %1 של שני רישומים מאוחרים מן המחשב %3 של %2"
msgstr[2] "הכנסה בידי %1 של %n רישומים מאוחרים מן המחשב %3 של %2"

msgid "%1 opened the community to everybody, as decided with %2"
msgstr "פתיחת הקהילה לכולם בידי %1, כפי שהוחלט עם %2"

msgid "%1 reopened the community, which was closed with %2"
msgstr "פתיחה מחדש של הקהילה, שנסגרה עם %2, בידי %1"

msgid "%1 forked the community into \"%2\", %3"
msgstr "פיצול הקהילה בידי %1 אל \"%2\", %3"

msgid "%1 proposed %2 with"
msgstr "הצעה מאת %1 – %2 – בתור"

msgid "%1 amended"
msgstr "ניסוח מחדש בידי %1 של"

msgid "%1 asked about %2:"
msgstr "שאלה מאת %1 על %2:"

msgid "%1 replied about %2:"
msgstr "תשובה מאת %1 בעניין %2:"

msgid "%1 \"%2\""
msgstr "%1 \"%2\""

msgid "%1 put under review"
msgstr "העברה לבחינה מחדש בידי %1 של"

msgid "%1 closed"
msgstr "סגירה בידי %1 של"

msgid "%1, finding it %2"
msgstr "%1, בקביעה שהיא %2"

msgid "an agreement"
msgstr "הסכם"

msgid "a merge"
msgstr "מיזוג"

msgid "to close the community"
msgstr "סגירת הקהילה"

msgid "another visibility"
msgstr "נראות אחרת"

msgid "to set %1 aside"
msgstr "הרחקה של %1"

msgid "somebody"
msgstr "מישהו"

msgid "to show a post again"
msgstr "להציג הודעה שוב"

msgid "something that this version does not know"
msgstr "משהו שהגרסה הזאת אינה מכירה"

msgid "%1; with that it is %2"
msgstr "%1; בכך היא %2"

msgid "%1: %2 is set aside until %3"
msgstr "%1: הרחקה של %2 עד %3"

msgid "%1: %2 is set aside no longer"
msgstr "%1: תום ההרחקה של %2"

msgid "as first written"
msgstr "כפי שנכתב בתחילה"

msgid "as edited, %1"
msgstr "כפי שנערך, %1"

msgid "%1 %2 (%3)"
msgstr "%1 %2 (%3)"

msgid "%1: %2"
msgstr "%1: %2"

msgid "%1, \"%2\""
msgstr "%1, \"%2\""

msgid "%1 consented to"
msgstr "הסכמה של %1 אל"

msgid "%1 has a concern about"
msgstr "חשש של %1 לגבי"

msgid "%1 objected to"
msgstr "התנגדות של %1 אל"

msgid "%1 stood aside from"
msgstr "עמידה מן הצד של %1 לגבי"

msgid "That is you, and this computer belongs already."
msgstr "זו זהותך שלך, והמחשב הזה כבר שייך."

msgid "For one more computer: `hearth device add`."
msgstr "לעוד מחשב: `hearth device add`."

msgid "For somebody who has left: `hearth readmit`."
msgstr "למי שעזבו: `hearth readmit`."

msgid "You gave your word already; a second colleague has to."
msgstr "כבר אמרת את דברך; נדרש עמית שני."

msgid "They run `hearth recover %1`."
msgstr "אצלם להריץ `hearth recover %1`."

msgid "Nobody waits for a second word with these four words."
msgstr "אף אחד אינו ממתין למלה שנייה עם ארבע המלים האלה."

msgid "Begin again: `hearth recover %1`."
msgstr "להתחיל מחדש: `hearth recover %1`."

msgid "The words differ: the new computer is not the one that a colleague spoke for."
msgstr "המלים שונות: המחשב החדש אינו זה שעמית דיבר בעדו."

msgid "Tell %1."
msgstr "לספר אל %1."

msgid "%1 is not closed; its questions stay with it."
msgstr "%1 אינה סגורה; שאלותיה נשארות אצלה."

msgid "The closing of %1 is not here yet."
msgstr "הסגירה של %1 עוד אינה כאן."

msgid "%1 chose no new home for its open questions."
msgstr "%1 לא בחרה בית חדש לשאלותיה הפתוחות."

msgid "They stay in its archive. Reopen it? hearth reopen %1"
msgstr "הן נשארות בארכיון שלה. לפתוח אותה מחדש? hearth reopen %1"

msgid "The new home of the questions is not here yet."
msgstr "הבית החדש של השאלות עוד אינו כאן."

msgid "You are not a member of %1, where the questions go."
msgstr "אינך בין חברי %1, שאליה עוברות השאלות."

msgid "Run `hearth community join %1`, or ask somebody who is in both."
msgstr "להריץ `hearth community join %1`, או לבקש ממי שנמצאים בשתיהן."

msgid "The questions of %1 can't go to itself."
msgstr "השאלות של %1 אינן יכולות לעבור אליה עצמה."

msgid "Name another community: --new-home NAME"
msgstr "לנקוב בקהילה אחרת: --new-home NAME"

msgid "%1 is archived itself."
msgstr "%1 עצמה בארכיון."

msgid "%1 is seen by more people than %2."
msgstr "את %1 רואים יותר אנשים מאשר את %2."

msgid "Open questions stay among as few: choose another home, or none."
msgstr "שאלות פתוחות נשארות בין מעטים באותה מידה: לבחור בית אחר, או לא לבחור."

msgid "%n open question went to %1."
msgid_plural "%n open questions went to %1."
msgstr[0] "שאלה פתוחה אחת עברה אל %1."
msgstr[1] "שתי שאלות פתוחות עברו אל %1."
msgstr[2] "%n שאלות פתוחות עברו אל %1."

msgid "The open questions did not go to %1 yet: %2 Later: hearth rehome %3"
msgstr "השאלות הפתוחות עוד לא עברו אל %1: %2 מאוחר יותר: hearth rehome %3"

msgid "goes on in %1 as %2"
msgstr "נמשך ב־%1 בתור %2"

msgid "\"%1\" can mean several records."
msgstr "\"%1\" יכול להתפרש ככמה רשומות."

msgid "record of a later version"
msgstr "רשומה מגרסה מאוחרת יותר"

msgid "%1 is a %2, which this is not for."
msgstr "%1 הוא %2, וזה אינו מיועד לכך."

msgid "Nobody here is called \"%1\"."
msgstr "אין כאן מי שנקרא \"%1\"."

msgid "`hearth people` shows everybody."
msgstr "`hearth people` מציג את כולם."

msgid "Several people are called \"%1\"."
msgstr "כמה אנשים נקראים \"%1\"."

msgid "There is nothing called \"%1\" here."
msgstr "אין כאן שום דבר שנקרא \"%1\"."

msgid "Check the code. If a colleague has just written it: `hearth sync`."
msgstr "לבדוק את הקוד. אם עמית כתב זאת זה עתה: `hearth sync`."

msgid "%1 belongs to a question that is not here yet."
msgstr "%1 שייך לשאלה שעוד אינה כאן."

msgid "There is no verb \"%1\"."
msgstr "אין פעולה \"%1\"."

msgid "`hearth can --all` shows all: what is not there, nobody can do."
msgstr "`hearth can --all` מציג את כולן: מה שאינו שם, איש אינו יכול לעשות."

msgid "There is no role \"%1\" in the table of rights."
msgstr "אין תפקיד \"%1\" בטבלת הזכויות."

msgid "Its roles: %1. All roles of a community: `hearth roles --all`."
msgstr "התפקידים שבה: %1. כל התפקידים בקהילה: `hearth roles --all`."

msgid "%1: no such right exists for anyone. Nobody can %2."
msgstr "%1: אין לאיש זכות כזאת. איש אינו יכול: %2."

msgid "No such right exists for anyone. Nobody can %1."
msgstr "אין לאיש זכות כזאת. איש אינו יכול: %1."

msgid "There is no role \"%1\"."
msgstr "אין תפקיד \"%1\"."

msgid "The roles: %1."
msgstr "התפקידים: %1."

msgid "A term lasts 1 to %1 months."
msgstr "כהונה נמשכת בין חודש ל־%1 חודשים."

msgid "Take it up again when it ends."
msgstr "לקבל אותו שוב כשהיא תמה."

msgid "%1 is not a member of %2."
msgstr "%1: אין חברות בקהילה %2."

msgid "Only members have roles. Ask them to join first."
msgstr "רק לחברים יש תפקידים. לבקש מהם להצטרף קודם."

msgid "Only the person who takes the role can pledge something."
msgstr "רק מי שמקבל את התפקיד יכול להתחייב למשהו."

msgid "They say it when they accept: `hearth role accept CODE --pledge \"…\"`."
msgstr "אומרים זאת כשמקבלים: `hearth role accept CODE --pledge \"…\"`."

msgid "The term of %1 is over."
msgstr "הכהונה של %1 תמה."

msgid "Take the role up anew: `hearth role take %1`."
msgstr "לקבל את התפקיד מחדש: `hearth role take %1`."

msgid "%1 is no role."
msgstr "%1 אינו תפקיד."

msgid "%1 is for %2 to accept or lay down"
msgstr "%1 הוא של %2, לקבל או להניח"

msgid "%1 has all its commits already."
msgstr "%1: כל הרישומים כבר כאן."

msgid "The export has no such space."
msgstr "בייצוא אין מרחב כזה."

msgid "The export is not as it was written: a run can't be read."
msgstr "הייצוא אינו כפי שנכתב: לא ניתן לקרוא רצף אחד."

msgid "Get the file again from whoever exported it."
msgstr "לקבל את הקובץ שוב ממי שייצא אותו."

msgid "%1 is no question or answer of %2."
msgstr "%1 אינו שאלה או תשובה של %2."

msgid "hearth room search %1 WORDS"
msgstr "hearth room search %1 WORDS"

msgid "hidden by its community"
msgstr "הוסתר בידי הקהילה"

msgid "not in a reading room"
msgstr "לא בחדר קריאה"

msgid "%1 was not imported to its end."
msgstr "%1 לא יובא עד סופו."

msgid "Import the file again: hearth import FILE.zip"
msgstr "לייבא את הקובץ שוב: hearth import FILE.zip"

msgid "There is no reading room called \"%1\"."
msgstr "אין חדר קריאה שנקרא \"%1\"."

msgid "`hearth room` lists all; `hearth import FILE.zip` makes one."
msgstr "`hearth room` מונה את כולם; `hearth import FILE.zip` יוצר אחד."

msgid "\"%1\" can be %2."
msgstr "\"%1\" יכול להיות %2."

msgid "The export is not as it was written: its head can't be read."
msgstr "הייצוא אינו כפי שנכתב: לא ניתן לקרוא את ראשו."

msgid "You are set aside in %1 until %2."
msgstr "הורחקת בקהילה %1 עד %2."

msgid "You can read; it ends by itself. `hearth proposals` tells why."
msgstr "ניתן לקרוא; זה מסתיים מאליו. `hearth proposals` אומר מדוע."

msgid "You are set aside in %1 until %2: you can read, and it ends by itself."
msgstr "יש לך הרחקה ב־%1 עד %2: אפשר לקרוא, והיא מסתיימת מעצמה."

msgid "%1, whom you let in, is set aside in %2 until %3: they read and do not write. You are told because you let them in."
msgstr "%1, שנכנס בזכות המילה שלך: הרחקה ב־%2 עד %3, עם קריאה ובלי כתיבה. ההודעה נמסרת לך בגלל המילה הזאת."

msgid "Run `hearth community join %1`, or start one of your own."
msgstr "להריץ `hearth community join %1`, או לייסד אחת משלך."

msgid "%1 is not archived."
msgstr "%1 אינה בארכיון."

msgid "%1 is reopened by somebody who was a member."
msgstr "את %1 פותח מחדש מי שהיה בין חבריה."

msgid "Start one of your own: hearth community new \"NAME\""
msgstr "לייסד אחת משלך: hearth community new \"NAME\""

msgid "Nodes in %1"
msgstr "צמתים ב-%1"

msgid "No name server answers for %1."
msgstr "אף שרת שמות אינו עונה עבור %1."

msgid "The name servers refuse to answer for %1."
msgstr "שרתי השמות מסרבים לענות עבור %1."

msgid "Ask those who run the name servers, or take the domain out of network.search-domains."
msgstr "אפשר לפנות למפעילי שרתי השמות, או להסיר את המתחם מ-network.search-domains."

msgid "The name servers have not answered yet."
msgstr "שרתי השמות עדיין לא ענו."

msgid "The name servers name %n address."
msgid_plural "The name servers name %n addresses."
msgstr[0] "שרתי השמות נוקבים בכתובת אחת."
msgstr[1] "שרתי השמות נוקבים בשתי כתובות."
msgstr[2] "שרתי השמות נוקבים ב-%n כתובות."

msgid "The name servers name only addresses outside of the local ranges."
msgstr "שרתי השמות נוקבים רק בכתובות שמחוץ לטווחים המקומיים."

msgid "The name servers know of no node in %1."
msgstr "שרתי השמות אינם מכירים צומת ב-%1."

msgid "Name their range in network.extra-ranges of hearth.toml if it is yours."
msgstr "אם הטווח שלהם שייך לארגון, יש לציין אותו ב-network.extra-ranges שבקובץ hearth.toml."

msgid "They need a PTR record of _hearth._tcp.%1 and the SRV record that it names; chapter 01 of Protocol/ shows both."
msgstr "דרושות בהם רשומת PTR של _hearth._tcp.%1 ורשומת SRV שהיא נוקבת בשמה; פרק 01 של Protocol/ מציג את שתיהן."

msgid "The key that this terminal keeps for you was put out."
msgstr "המפתח שהעמדה הזאת שומרת לך הוצא."

msgid "Ask two colleagues, or use a computer of yours: hearth kiosk offer NAME"
msgstr "לבקש משני עמיתים, או להשתמש במחשב שלך: hearth kiosk offer NAME"

msgid "This computer was revoked: nothing can be written here any more."
msgstr "המחשב הזה בוטל: לא ניתן לכתוב כאן עוד."

msgid "Set it up anew as another computer of yours: `hearth device add` on one that still belongs, or ask two colleagues for `hearth recover`."
msgstr "להקים אותו מחדש כמחשב אחר שלך: `hearth device add` במחשב שעודו שייך, או לבקש משני עמיתים `hearth recover`."

msgid "You have left %1: what is here can be read, nothing can be written."
msgstr "עזבת את %1: ניתן לקרוא מה שכאן, לא ניתן לכתוב."

msgid "If that is wrong, a colleague runs `hearth readmit NAME`."
msgstr "אם זו טעות, עמית מריץ `hearth readmit NAME`."

msgctxt "a whole sentence"
msgid "%1."
msgstr "%1."

msgid "This computer belongs to %1 again."
msgstr "המחשב הזה שייך שוב אל %1."

msgid "The keys were removed from this computer, as hearth.toml says."
msgstr "המפתחות הוסרו מהמחשב הזה, כפי שכתוב ב־hearth.toml."

msgid "%1 founded the workplace"
msgstr "הקמת מקום העבודה בידי %1"

msgid "%1 has a new recovery sheet"
msgstr "דף שחזור חדש אצל %1"

msgid "%1 has a key at a shared terminal"
msgstr "מפתח בעמדה משותפת אצל %1"

msgid "%1 has one more computer"
msgstr "עוד מחשב אצל %1"

msgid "%1 revoked a computer"
msgstr "ביטול מחשב בידי %1"

msgid "%1 gave %2 a new computer; the former ones are out"
msgstr "מחשב חדש אל %2 מאת %1; הקודמים בחוץ"

msgid "The door key says that %1 has left (by %2)"
msgstr "מפתח הדלת אומר על עזיבה של %1 (בידי %2)"

msgid "%1 has left"
msgstr "%1: כבר לא כאן"

msgid "%1 said that %2 has left"
msgstr "דבר על עזיבה של %2 מאת %1"

msgid "%1 let %2 in again"
msgstr "הכנסה מחדש של %2 בידי %1"

msgid "%1 and %2"
msgstr "%1 ו־%2"

msgid "%1 said that you have left; anything that you write shows that you are here."
msgstr "מאת %1 נאמר שעזבת; כל מה שייכתב בידך יראה שנוכחותך נמשכת."

msgid "%1 said that %2 has left; see `hearth departures`."
msgstr "מאת %1 נאמר על עזיבה של %2; ר׳ `hearth departures`."

msgid "%1 waits for a second colleague: `hearth recover %2`."
msgstr "%1 בהמתנה לעמית שני: `hearth recover %2`."

msgid "A colleague's computer says that this one was revoked; if you did not do that, ask which of your computers did."
msgstr "מחשב של עמית אומר שהמחשב הזה בוטל; אם לא נעשה הדבר בידך, לברר איזה ממחשביך עשה זאת."

msgid "Colleagues said that you have left; this node said that you are here."
msgstr "עמיתים אמרו שעזבת; הצומת הזה אמר שהמקום שלך כאן."

msgid "Nobody has said that %1 and %2 are the same."
msgstr "איש לא אמר ש־%1 ו־%2 הם אותו הדבר."

msgid "Nobody is signed in, so nobody could show later that they asked."
msgstr "איש אינו מחובר, ולכן איש לא יוכל להראות אחר כך ששאל."

msgid "Sign in first: hearth kiosk signin NAME"
msgstr "קודם להתחבר: hearth kiosk signin NAME"

msgid "At a shared terminal everybody asks for themselves."
msgstr "בעמדה משותפת כל אחד שואל בשביל עצמו."

msgid "Leave --for out, or ask for somebody else at a computer of yours."
msgstr "לוותר על --for, או לשאול בשביל מישהו אחר במחשב שלך."

msgid "A shared terminal writes into open communities only."
msgstr "עמדה משותפת כותבת רק בקהילות פתוחות."

msgid "A colleague in %1 can ask for you: hearth ask … --as-colleague --for NAME"
msgstr "עמית ב־%1 יכול לשאול בשבילך: hearth ask … --as-colleague --for NAME"

msgid "Your own computer signs what it writes, so everybody would see who asks."
msgstr "המחשב שלך חותם על מה שנכתב בו, ולכן כולם יראו מי שואל."

msgid "Ask at a shared terminal, or let a colleague ask for you: hearth ask … --as-colleague --for NAME"
msgstr "לשאול בעמדה משותפת, או לבקש מעמית לשאול בשבילך: hearth ask … --as-colleague --for NAME"

msgid "What you ask for yourself at this computer has your name on it."
msgstr "על מה שנשאל בשביל עצמך במחשב הזה מופיע שמך."

msgid "Ask at a shared terminal, or let a colleague ask for you."
msgstr "לשאול בעמדה משותפת, או לבקש מעמית לשאול בשבילך."

msgid "The question says that a member asks."
msgstr "השאלה אומרת שחבר שואל."

msgid "%1 questions without a name were asked in a week and are open."
msgstr "%1 שאלות בלי שם נשאלו בתוך שבוע והן פתוחות."

msgid "Ask under your name, take one back (hearth erase CODE), or say that one was yours (hearth reveal CODE)."
msgstr "לשאול בשמך, למחוק אחת (hearth erase CODE), או לומר שאחת היא שלך (hearth reveal CODE)."

msgid "%1 names who asked."
msgstr "ב־%1 כתוב מי שאל."

msgid "Only a question that names nobody can be revealed."
msgstr "אפשר לגלות רק שאלה בלי שם."

msgid "%1 has shown that they asked %2."
msgstr "כבר ידוע: %1 – השאלה %2."

msgid "Only who asked %1 can show it."
msgstr "רק מי ששאל את %1 יכול להראות זאת."

msgid "Sign in at the terminal where you asked; or give the code of your slip: hearth reveal %1 CODE"
msgstr "להתחבר בעמדה שבה נשאלה השאלה; או למסור את הקוד שעל הפתק: hearth reveal %1 CODE"

msgid "Nobody is signed in, and this is not for visitors."
msgstr "איש לא נכנס, וזה אינו מיועד לאורחים."

msgid "Sign in: hearth kiosk signin NAME"
msgstr "כניסה: hearth kiosk signin NAME"

msgid "%1 was not written by %2."
msgstr "%1 לא נכתב בידי %2."

msgid "Thanks go to who wrote the post; say more in the words."
msgstr "התודה מגיעה למי שכתב את ההודעה; ניתן להוסיף במלים."

msgid "You wrote %1."
msgstr "כתבת את %1."

msgid "A %1 has no %2."
msgstr "לסוג %1 אין %2."

msgid "Give --title, --body or --tag."
msgstr "לתת --title, --body או --tag."

msgid "A %1 has no tags."
msgstr "לסוג %1 אין תגיות."

msgid "\"%1\" is no place in a list."
msgstr "\"%1\" אינו מקום ברשימה."

msgid "Nobody lives here yet."
msgstr "אין כאן דייר עדיין."

msgid "Begin with `hearth init --name Ada`."
msgstr "להתחיל עם `hearth init --name Ada`."

msgid "There are no words to compare: the pairing is %1."
msgstr "אין מלים להשוות: הצימוד במצב %1."

msgid "The code is too old."
msgstr "הקוד ישן מדי."

msgid "Ask your colleague for a new one: `hearth invite`."
msgstr "לבקש מן העמית קוד חדש: `hearth invite`."

msgid "The other side hung up."
msgstr "הצד השני ניתק."

msgid "Try again with a new code."
msgstr "לנסות שוב עם קוד חדש."

msgid "The code is wrong, or somebody stands between the two computers."
msgstr "הקוד שגוי, או שמישהו עומד בין שני המחשבים."

msgid "The pairing broke: %1."
msgstr "הצימוד נקטע: %1."

msgid "Ask for a new code with `hearth invite` and compare it letter by letter."
msgstr "לבקש קוד חדש עם `hearth invite` ולהשוות אותו אות אחר אות."

msgid "The words differ: somebody may stand between the two computers."
msgstr "המלים שונות: ייתכן שמישהו עומד בין שני המחשבים."

msgid "Nothing was handed over. Try again with a new code, side by side."
msgstr "שום דבר לא נמסר. לנסות שוב עם קוד חדש, זה לצד זה."

msgid "it belongs to user %1"
msgstr "הוא שייך למשתמש %1"

msgid "A proposal stays open for 1 to 20 working days, not %1."
msgstr "הצעה נשארת פתוחה בין 1 ל־20 ימי עבודה, לא %1."

msgid "Say what the proposal is about."
msgstr "לומר במה ההצעה עוסקת."

msgid "The words of the agreement are missing."
msgstr "חסר נוסח ההסכם."

msgid "An agreement holds for 1 to %1 days."
msgstr "הסכם תקף בין יום ל־%1 ימים."

msgid "It can be renewed by another proposal: --renews P-CODE."
msgstr "ניתן לחדש אותו בהצעה אחרת: --renews P-CODE."

msgid "The other community is missing."
msgstr "חסרה הקהילה השנייה."

msgid "%1 and %2 are one already."
msgstr "%1 ו־%2 כבר אחת."

msgid "%1 and %2 become one."
msgstr "%1 ו־%2 נעשות אחת."

msgid "A community closes with a farewell and a harvest."
msgstr "קהילה נסגרת בדברי פרידה ובאסיף."

msgid "Add --farewell \"what we leave behind\" and --harvest WHERE-IT-IS-KEPT."
msgstr "להוסיף --farewell \"what we leave behind\" וגם --harvest WHERE-IT-IS-KEPT."

msgid "%1 closes."
msgstr "%1 נסגרת."

msgid "%1 closes. Its open questions go to %2."
msgstr "%1 נסגרת. השאלות הפתוחות שלה עוברות אל %2."

msgid "The visibility is open, listed or private."
msgstr "הנראות היא open, listed או private."

msgid "%1 is open from now on. %2"
msgstr "%1 פתוחה מעכשיו. %2"

msgid "Everybody in the workplace can then read all that was ever written in it, and come in; this can't be taken back."
msgstr "כל אחד במקום העבודה יוכל אז לקרוא את כל מה שנכתב בה אי פעם, ולהיכנס; אי אפשר להחזיר את זה לאחור."

msgid "%1 is %2 already."
msgstr "%1 כבר %2."

msgid "A private community stays private."
msgstr "קהילה פרטית נשארת פרטית."

msgid "Who is in stands inside it, and nobody can say it outside for the others. Start another one and invite them: hearth community new NAME --listed"
msgstr "מי בפנים כתוב בתוכה, ואיש אינו יכול לומר זאת בחוץ בשם האחרים. לייסד אחרת ולהזמין אותם: hearth community new NAME --listed"

msgid "A community never becomes less open: what people could read stays read."
msgstr "קהילה אינה נעשית פתוחה פחות: מה שניתן היה לקרוא כבר נקרא."

msgid "Start a private one and invite: hearth community new NAME --private"
msgstr "לייסד קהילה פרטית ולהזמין: hearth community new NAME --private"

msgid "%1 is one with communities that are not open."
msgstr "%1 מאוחדת עם קהילות שאינן פתוחות."

msgid "Only a community of its own can be opened."
msgstr "ניתן לפתוח רק קהילה העומדת לעצמה."

msgid "Setting somebody aside comes after a conversation."
msgstr "הרחקה באה אחרי שיחה."

msgid "Add --step \"conversation held on …\"."
msgstr "להוסיף --step \"conversation held on …\"."

msgid "Somebody is set aside for 1 to %1 days."
msgstr "הרחקה נמשכת בין יום ל־%1 ימים."

msgid "%1 reads and does not write for a while."
msgstr "%1: קריאה בלי כתיבה לזמן מה."

msgid "The post to restore is missing."
msgstr "חסרה ההודעה שיש להשיב."

msgid "%1 is not in %2."
msgstr "%1 אינו בתוך %2."

msgid "%1 is not folded."
msgstr "%1 אינו מקופל."

msgid "There is nothing to restore while everybody sees it."
msgstr "אין מה להשיב כל עוד כולם רואים אותו."

msgid "%1 is shown again."
msgstr "%1 מוצג שוב."

"""##,
##"""
msgid "A sealed home keeps no reading rooms."
msgstr "בית אטום אינו שומר חדרי קריאה."

msgid "Unpack the file and open its index.html in a browser."
msgstr "לפרוס את הקובץ ולפתוח בדפדפן את index.html שבו."

msgid "%1 is a reading room here already."
msgstr "%1 כבר חדר קריאה כאן."

msgid "To read a newer export: hearth room remove %1"
msgstr "כדי לקרוא ייצוא חדש יותר: hearth room remove %1"

msgid "The export is not as it was written: log %1 is damaged."
msgstr "הייצוא אינו כפי שנכתב: יומן %1 פגום."

msgid "The export tells two histories of log %1."
msgstr "הייצוא מספר שתי היסטוריות של יומן %1."

msgid "%1 could not be removed: %2"
msgstr "לא ניתן להסיר את %1: %2"

msgid "The reading room could not be opened: %1"
msgstr "לא ניתן לפתוח את חדר הקריאה: %1"

msgid "The reading rooms: %1"
msgstr "חדרי הקריאה: %1"

msgid "this home is not sealed"
msgstr "הבית הזה אינו אטום"

msgid "this home is sealed, and none was given"
msgstr "הבית הזה אטום, ולא נמסרה סיסמה"

msgid "it is no key file, so it can't be sealed"
msgstr "זה אינו קובץ מפתח, ולכן לא ניתן לאטום אותו"

msgid "it has fewer than %1 letters"
msgstr "יש בה פחות מ־%1 אותיות"

msgid "it is empty"
msgstr "היא ריקה"

msgid "it is not the one that this home was sealed with"
msgstr "זו אינה הסיסמה שהבית הזה נאטם בה"

msgid "This home is being locked or unlocked."
msgstr "הבית הזה ננעל או נפתח כעת."

msgid "Try again in a moment."
msgstr "לנסות שוב עוד רגע."

msgid "this home is locked"
msgstr "הבית הזה נעול"

msgid "This home is not sealed, so there is nothing to lock."
msgstr "הבית הזה אינו אטום, ולכן אין מה לנעול."

msgid "Put its keys under a passphrase with `hearth seal`."
msgstr "לשים את מפתחותיו תחת סיסמה עם `hearth seal`."

msgid "This home is sealed already."
msgstr "הבית הזה כבר אטום."

msgid "For another passphrase: `hearth unseal`, then `hearth seal`."
msgstr "לסיסמה אחרת: `hearth unseal`, ואז `hearth seal`."

msgid "The reading room %1 would stay readable on the disk."
msgstr "חדר הקריאה %1 יישאר קריא בדיסק."

msgid "Remove it first: hearth room remove %1"
msgstr "להסיר אותו קודם: hearth room remove %1"

msgid "This home is not sealed."
msgstr "הבית הזה אינו אטום."

msgid "The passphrase doesn't do: %1."
msgstr "הסיסמה אינה מתאימה: %1."

msgid "Nobody can reset it. Without it, join the workplace again from a new home."
msgstr "איש אינו יכול לאפס אותה. בלעדיה, להצטרף שוב למקום העבודה מבית חדש."

msgid "This home is locked."
msgstr "הבית הזה נעול."

msgid "Open it with: hearth unlock"
msgstr "לפתוח אותו עם: hearth unlock"

msgid "Choose a passphrase with: hearth seal"
msgstr "לבחור סיסמה עם: hearth seal"

msgid "hearth.toml wants this home sealed, and it is not yet."
msgstr "hearth.toml דורש שהבית הזה יהיה אטום, והוא עדיין לא."

msgid "a home that is not sealed"
msgstr "בית שאינו אטום"

msgid "A passphrase has at least %1 letters."
msgstr "בסיסמה יש לפחות %1 אותיות."

msgid "Four words that don't belong together are good and easy to keep."
msgstr "ארבע מלים שאינן שייכות זו לזו הן טובות וקלות לזכירה."

msgid "it could not be started (%1)"
msgstr "לא ניתן היה להפעיל (%1)"

msgid "it took too long"
msgstr "זה ארך זמן רב מדי"

msgid "it says more than fits"
msgstr "יש בפלט יותר מהמותר"

msgid "The session keyring didn't keep the passphrase."
msgstr "מחזיק המפתחות של ההפעלה לא שמר את הסיסמה."

msgid "Seal the home with a passphrase of your own: hearth seal"
msgstr "לאטום את הבית בסיסמה משלך: hearth seal"

msgid "The session keyring has no passphrase for this home."
msgstr "במחזיק המפתחות של ההפעלה אין סיסמה לבית הזה."

msgid "If you know one: hearth unlock --passphrase-fd 3 3< FILE"
msgstr "אם ידועה לך סיסמה: hearth unlock --passphrase-fd 3 3< FILE"

msgid "it gave no reason"
msgstr "לא נמסרה סיבה"

msgid "The session keyring can't be used: %1."
msgstr "לא ניתן להשתמש במחזיק המפתחות של ההפעלה: %1."

msgid "It needs a desktop session with a Secret Service (gnome-keyring, KWallet) and hearthd started in that session; else use a passphrase."
msgstr "דרושה הפעלת שולחן עבודה עם Secret Service (gnome-keyring, KWallet) ו־hearthd שהופעל בה; אחרת, סיסמה."

msgid "The program secret-tool is not installed."
msgstr "התוכנה secret-tool אינה מותקנת."

msgid "It comes with the package libsecret-tools; or use a passphrase."
msgstr "היא באה עם החבילה libsecret-tools; או להשתמש בסיסמה."

msgid "%1 doesn't answer: %2."
msgstr "%1 אינו עונה: %2."

msgid "If the keyring asks for its password on the screen, type that first; or use a passphrase."
msgstr "אם מחזיק המפתחות מבקש את סיסמתו על המסך, להקליד אותה קודם; או להשתמש בסיסמה."

msgid "it is not the line that the head in the key folder has"
msgstr "זו אינה השורה שהראש בתיקיית המפתחות מכיר"

msgid "it is torn; it will be set aside at the next start"
msgstr "היא קרועה; היא תועבר הצידה בהפעלה הבאה"

msgid "lines before it were taken off the end"
msgstr "שורות שלפניה הוסרו מהסוף"

msgid "the line before it could not be read"
msgstr "לא ניתן היה לקרוא את השורה שלפניה"

msgid "no file begins there"
msgstr "שום קובץ אינו מתחיל שם"

msgid "the log begins with line %1"
msgstr "היומן מתחיל בשורה %1"

msgid "lines up to %1 were written and are not here"
msgstr "שורות עד %1 נכתבו ואינן כאן"

msgid "it has not the form of a line"
msgstr "אין לה צורה של שורה"

msgid "line %1 is missing; line %2 stands in its place"
msgstr "שורה %1 חסרה; שורה %2 עומדת במקומה"

msgid "its hash is not that of its content after the line before it"
msgstr "הגיבוב שלה אינו מתאים לתוכן שלה ולשורה שלפניה"

msgid "No backup was made: %1."
msgstr "לא נעשה גיבוי: %1."

msgid "it changed while it was read"
msgstr "הוא השתנה בזמן הקריאה"

msgid "No bundle was made: %1."
msgstr "לא נוצרה חבילה: %1."

msgid "a piece of it is larger than any may be"
msgstr "חלק ממנו גדול מהמותר"

msgid "The bundle can't be taken in: %1."
msgstr "אי אפשר לקלוט את החבילה: %1."

msgid "A bundle is for colleagues of the workplace in which it was made."
msgstr "חבילה מיועדת לעמיתים במקום העבודה שבו נוצרה."

msgid "The bundle holds what is no run of commits: %1."
msgstr "יש בחבילה מה שאינו רצף של רישומים: %1."

msgid "somebody lives in this home already; set HEARTH_HOME to an empty one. Nothing was restored"
msgstr "מישהו כבר גר בבית הזה; לכוון את HEARTH_HOME לבית ריק. שום דבר לא שוחזר"

msgid "it can't be written"
msgstr "לא ניתן לכתוב אותו"

msgid "backup"
msgstr "גיבוי"

msgid "bundle"
msgstr "חבילה"

msgid "it is there already, and is not written over"
msgstr "הוא כבר קיים, ולא כותבים עליו"

msgid "it is no %1 of Hearth"
msgstr "זה אינו קובץ מסוג %1 של Hearth"

msgid "it is a %1 of a later version"
msgstr "זה קובץ מסוג %1 מגרסה מאוחרת יותר"

msgid "it is damaged or was cut off; what is in it was not taken over"
msgstr "הוא פגום או נקטע; מה שבתוכו לא נקלט"

msgid "Something new in Hearth"
msgstr "משהו חדש ב־Hearth"

msgid "1 more for you"
msgid_plural "%n more for you"
msgstr[0] "עוד אחד בשבילך"
msgstr[1] "עוד שניים בשבילך"
msgstr[2] "עוד %n בשבילך"

msgid "%1 answered"
msgstr "תשובה מאת %1"

msgid "%1 says thanks"
msgstr "תודה מאת %1"

msgid "%1 tried what you wrote"
msgstr "%1: ניסוי של מה שכתבת"

msgid "%1 suggests other words"
msgstr "הצעת ניסוח מאת %1"

msgid "%1 tells how it ended"
msgstr "%1: כך זה נגמר"

msgid "%1 has put up a session"
msgstr "מושב חדש מאת %1"

msgid "%1 builds on what you wrote"
msgstr "%1: המשך למה שכתבת"

msgid "A community takes up a problem of yours"
msgstr "קהילה מאמצת בעיה שלך"

msgid "A proposal waits for your word"
msgstr "הצעה מחכה למילה שלך"

msgid "%1 mentions you"
msgstr "%1 מזכיר אותך"

msgid "%1 is new: say hello"
msgstr "%1 – פנים חדשות: כדאי לומר שלום"

msgid "%1 is on the same problem"
msgstr "%1 – אותה בעיה"

msgid "The file can't be opened: its author sealed it with another key."
msgstr "אי אפשר לפתוח את הקובץ: מי שצירף אותו אטם אותו במפתח אחר."

msgid "Ask them to attach it again."
msgstr "לבקש שיצורף שוב."

msgid "The file was damaged on the disk."
msgstr "הקובץ ניזוק בדיסק."

msgid "Fetch it again; what is damaged comes anew."
msgstr "להביא אותו שוב; מה שניזוק יגיע מחדש."

msgid "%1 can't be opened."
msgstr "אי אפשר לפתוח את %1."

msgid "Check the path and whether the file is yours to read or write."
msgstr "לבדוק את הנתיב, ואם מותר לך לקרוא את הקובץ או לכתוב אליו."

msgid "%1 is no file."
msgstr "%1 אינו קובץ."

msgid "Pack a folder into one file first."
msgstr "תחילה לארוז את התיקייה לקובץ אחד."

msgid "Attach a file with something in it."
msgstr "לצרף קובץ שיש בו משהו."

msgid "The file has %1 bytes; at most %2 can be attached."
msgstr "בקובץ יש %1 בתים; אפשר לצרף לכל היותר %2."

msgid "Cut it into several files."
msgstr "לחלק אותו לכמה קבצים."

msgid "%1 changed while it was read."
msgstr "%1 השתנה בזמן הקריאה."

msgid "Attach it again once nobody writes to it."
msgstr "לצרף אותו שוב כשאיש אינו כותב אליו."

msgid "There is something at %1 already."
msgstr "כבר יש משהו במקום %1."

msgid "Give another place with --to; nothing is ever replaced."
msgstr "לתת מקום אחר עם --to; דבר לעולם אינו מוחלף."

msgid "A part of the file is not here, or was damaged on the disk."
msgstr "חלק מן הקובץ אינו כאן, או ניזוק בדיסק."

msgid "Fetch it again; what is here stays."
msgstr "להביא אותו שוב; מה שכאן נשאר."

msgid "The file was attached but its record has no name."
msgstr "הקובץ צורף אבל לרשומה שלו אין שם."

msgid "You attached %1 to %2."
msgstr "צירפת את %1 אל %2."

msgid "hearth fetch %1"
msgstr "hearth fetch %1"

msgid "\"%1\" is no absolute path."
msgstr "\"%1\" אינו נתיב מלא."

msgid "Begin it with a slash."
msgstr "להתחיל אותו בלוכסן."

msgid "%1 is a file of Hearth itself."
msgstr "%1 הוא קובץ של Hearth עצמה."

msgid "Keys and databases are never attached."
msgstr "מפתחות ומסדי נתונים לעולם אינם מצורפים."

msgid "more files on this computer"
msgstr "קבצים נוספים במחשב הזה"

msgid "a file of %1 bytes"
msgstr "קובץ של %1 בתים"

msgid "The file of %1 is no longer shown."
msgstr "הקובץ של %1 אינו מוצג עוד."

msgid "Whoever attached it left and took their words along."
msgstr "מי שצירף אותו עזב ולקח את דבריו."

msgid "The export is not as it was written: %1 is another file."
msgstr "הייצוא אינו כפי שנכתב: %1 הוא קובץ אחר."

msgid "%1 was not in the export."
msgstr "%1 לא היה בייצוא."

msgid "Ask whoever exported it, or somebody of %1."
msgstr "אפשר לשאול את מי שייצא אותו, או מישהו מ־%1."

msgid "There is no file \"%1\" in %2."
msgstr "אין קובץ \"%1\" ב־%2."

msgid "`hearth room files %1` lists them."
msgstr "הרשימה: `hearth room files %1`."

msgid "has \"%1\", which is not a name such as hearth.plant.example"
msgstr "מכיל את \"%1\", שאינו שם כגון hearth.plant.example"

msgid "is to differ: network.port is for colleagues' nodes, gateway.port for pages"
msgstr "צריך להיות שונה: network.port מיועד לצמתים של עמיתים, gateway.port לדפים"

msgid "Pages for telephones"
msgstr "דפים לטלפונים"

msgid "Everybody on this network can read the open communities at %1."
msgstr "כל מי שברשת הזו יכול לקרוא את הקהילות הפתוחות בכתובת %1."

msgid "no address yet"
msgstr "עדיין אין כתובת"

msgid "The gateway is being opened."
msgstr "השער נפתח כעת."

msgid "The gateway is shut: %1."
msgstr "השער סגור: %1."

msgid "`hearth gateway off` stops asking for it."
msgstr "`hearth gateway off` מפסיק לבקש זאת."

msgid "Set another gateway.port in hearth.toml and restart hearthd, or free this one and run `hearth gateway on`."
msgstr "לקבוע gateway.port אחר ב־hearth.toml ולהפעיל מחדש את hearthd, או לפנות את הפורט הזה ולהריץ `hearth gateway on`."

msgid "The gateway is open, and the firewall (%1) has no rule for TCP port %2: telephones don't get in."
msgstr "השער פתוח, ולחומת האש (%1) אין כלל לפורט TCP %2: טלפונים אינם נכנסים."

msgid "Let it in from the local network, such as with: sudo ufw allow %1/tcp"
msgstr "לאפשר כניסה מהרשת המקומית, למשל: sudo ufw allow %1/tcp"

msgid "Nothing that everybody may read is called so here."
msgstr "אין כאן בשם הזה דבר שכולם רשאים לקרוא."

msgid "the local API, for this user only"
msgstr "הממשק המקומי, למשתמש הזה בלבד"

msgid "colleagues' nodes"
msgstr "צמתים של עמיתים"

msgid "telephones, which read the open communities"
msgstr "טלפונים, שקוראים את הקהילות הפתוחות"

msgid "packets cross no router"
msgstr "מנות אינן עוברות שום נתב"

msgid "packets cross at most %n routers"
msgid_plural "packets cross at most %n routers"
msgstr[0] "מנות עוברות נתב אחד לכל היותר"
msgstr[1] "מנות עוברות שני נתבים לכל היותר"
msgstr[2] "מנות עוברות %n נתבים לכל היותר"

msgid "To colleagues' nodes, by TCP from and to the ranges above: encrypted; %1."
msgstr "אל צמתים של עמיתים, ב־TCP מן הטווחים שלמעלה ואליהם: מוצפן; %1."

msgid "To whoever asks from the ranges above, by HTTP from TCP port %1: the words of open communities, readable on the way."
msgstr "לכל מי שמבקש מהטווחים שלמעלה, ב־HTTP מפורט TCP %1: המילים של קהילות פתוחות, וניתן לקרוא אותן בדרך."

msgid "To everybody on the networks that avahi-daemon serves, by multicast DNS (5353/udp): a name that changes daily, a port, and a tag that only members recognise."
msgstr "אל כולם ברשתות ש־avahi-daemon משרת, בשידור DNS מקומי (5353/udp): שם שמשתנה מדי יום, שער, ותג שרק חברים מזהים."

msgid "To this machine's system log: the lines of the security log."
msgstr "אל יומן המערכת של המכונה הזאת: שורות יומן האבטחה."

msgid "Nothing else: no relay, no update check, no telemetry, no look-up of names."
msgstr "שום דבר אחר: אין ממסר, אין בדיקת עדכונים, אין דיווח מרחוק, אין חיפוש שמות."

msgid "Listening sockets"
msgstr "שקעים מאזינים"

msgid "This system has no /proc to compare with."
msgstr "במערכת הזאת אין /proc להשוות איתו."

msgid "The kernel lists %1, which Hearth has no use for."
msgstr "הליבה מונה %1, של־Hearth אין צורך בהם."

msgid "Report it with the output of `hearth doctor --for-it --json`."
msgstr "לדווח על כך עם הפלט של `hearth doctor --for-it --json`."

msgid "The kernel lists no socket on TCP port %1."
msgstr "הליבה אינה מונה שקע בשער TCP מספר %1."

msgid "Restart hearthd."
msgstr "להפעיל מחדש את hearthd."

msgid "The kernel lists TCP port %1, that of the gateway, %2, and the local API, and nothing else."
msgstr "הליבה מונה את פורט TCP %1, את זה של השער, %2, ואת ה־API המקומי, ותו לא."

msgid "The kernel lists TCP port %1 and the local API, and nothing else."
msgstr "הליבה מונה את שער TCP מספר %1 ואת הממשק המקומי, ושום דבר אחר."

msgid "Packets carry %1; the policy allows at most %2."
msgstr "מנות נושאות %1; המדיניות מתירה לכל היותר %2."

msgid "Packets carry %1."
msgstr "מנות נושאות %1."

msgid "Hop limit"
msgstr "מגבלת דילוגים"

msgid "Set network.hop-limit = 1 unless colleagues are behind a router."
msgstr "לקבוע network.hop-limit = 1, אלא אם יש עמיתים מאחורי נתב."

msgid "Addresses"
msgstr "כתובות"

msgid "%n addresses are announced, all within the ranges."
msgid_plural "%n addresses are announced, all within the ranges."
msgstr[0] "כתובת אחת מוכרזת, בתוך הטווחים."
msgstr[1] "שתי כתובות מוכרזות, כולן בתוך הטווחים."
msgstr[2] "%n כתובות מוכרזות, כולן בתוך הטווחים."

msgid "%1 lies outside the ranges."
msgstr "%1 מחוץ לטווחים."

msgid "At rest"
msgstr "במנוחה"

msgid "Keys are under a passphrase; words are in memory only, and sealed on the disk."
msgstr "המפתחות תחת סיסמה; הדברים בזיכרון בלבד, ואטומים בדיסק."

msgid "Words are readable for whoever can read this person's files."
msgstr "הדברים קריאים לכל מי שיכול לקרוא את קבציו של האדם הזה."

msgid "`hearth seal` puts the home under a passphrase."
msgstr "`hearth seal` שם את הבית תחת סיסמה."

msgid "File modes"
msgstr "הרשאות קבצים"

msgid "%n files and folders are their owner's only."
msgid_plural "%n files and folders are their owner's only."
msgstr[0] "קובץ או תיקייה אחת של בעליו בלבד."
msgstr[1] "שני קבצים ותיקיות של בעליהם בלבד."
msgstr[2] "%n קבצים ותיקיות של בעליהם בלבד."

msgid "Others can reach %1."
msgstr "אחרים יכולים להגיע אל %1."

msgid "Policy"
msgstr "מדיניות"

msgid "No policy governs this machine."
msgstr "שום מדיניות אינה מושלת במכונה הזאת."

msgid "In force since hearthd started: %1."
msgstr "בתוקף מאז ש־hearthd התחיל: %1."

msgid "%1 (hash %2)"
msgstr "%1 (גיבוב %2)"

msgid "line %1: %2"
msgstr "שורה %1: %2"

msgid "broken"
msgstr "שבורה"

msgid "Security log"
msgstr "יומן האבטחה"

msgid "%n lines follow from each other up to the head."
msgid_plural "%n lines follow from each other up to the head."
msgstr[0] "שורה אחת עקבית עד הראש."
msgstr[1] "שתי שורות עקביות זו עם זו עד הראש."
msgstr[2] "%n שורות עקביות זו עם זו עד הראש."

msgid "`hearth audit verify` says more; compare it with the system's log."
msgstr "`hearth audit verify` אומר עוד; להשוות עם יומן המערכת."

msgid "You are signed out."
msgstr "ההפעלה שלך הסתיימה."

msgid "Sign in again: hearth kiosk signin NAME"
msgstr "להיכנס שוב: hearth kiosk signin NAME"

msgid "a shared terminal"
msgstr "עמדה משותפת"

msgid "This can't be done at a shared terminal."
msgstr "לא ניתן לעשות זאת בעמדה משותפת."

msgid "Do it at a computer of yours."
msgstr "לעשות זאת במחשב שלך."

msgid "A key at a shared terminal doesn't give the right to this."
msgstr "מפתח בעמדה משותפת אינו נותן זכות לכך."

msgid "Do it at a computer of yours, or ask a colleague who has one."
msgstr "לעשות זאת במחשב שלך, או לבקש מעמית שיש לו."

msgid "The key that this terminal keeps for you is damaged."
msgstr "המפתח שהעמדה הזאת שומרת לך פגום."

msgid "This is a computer of %1, no shared terminal."
msgstr "זה מחשב של %1, לא עמדה משותפת."

msgid "A terminal has a home of its own: hearth init --kiosk --name Canteen"
msgstr "לעמדה יש בית משלה: hearth init --kiosk --name Canteen"

msgid "A PIN has 4 to 12 digits."
msgstr "בקוד PIN יש 4 עד 12 ספרות."

msgid "The key that this terminal keeps is damaged."
msgstr "המפתח שהעמדה הזאת שומרת פגום."

msgid "This terminal keeps %1 keys, and that is all it can."
msgstr "העמדה הזאת שומרת %1 מפתחות, ויותר אינה יכולה."

msgid "The key could not be kept: %1."
msgstr "לא ניתן לשמור את המפתח: %1."

msgid "This card opens nothing here."
msgstr "הכרטיס הזה אינו פותח דבר כאן."

msgid "Sign in with your name and PIN, or ask for a slip."
msgstr "להיכנס בשם ובקוד PIN, או לבקש פתק."

msgid "Give a name and a PIN, or a card."
msgstr "לתת שם וקוד PIN, או כרטיס."

msgid "This terminal keeps no key of %1."
msgstr "העמדה הזאת אינה שומרת מפתח של %1."

msgid "Begin with a slip (hearth kiosk begin), or with hearth kiosk offer NAME."
msgstr "להתחיל עם פתק (hearth kiosk begin), או עם hearth kiosk offer NAME."

msgid "That is not the PIN."
msgstr "זה אינו קוד ה־PIN."

msgid "With a card no PIN is needed."
msgstr "עם כרטיס אין צורך בקוד PIN."

msgid "Five wrong PINs: no PIN is taken for five minutes."
msgstr "חמישה קודי PIN שגויים: שום קוד PIN אינו מתקבל במשך חמש דקות."

msgid "Sign in with your card, or wait."
msgstr "להיכנס עם הכרטיס שלך, או לחכות."

msgid "Nobody made this slip, as far as this terminal knows."
msgstr "איש לא יצר את הפתק הזה, ככל שידוע לעמדה הזאת."

msgid "Was it made a moment ago? Try again soon, or ask for another one."
msgstr "נוצר לפני רגע? לנסות שוב בקרוב, או לבקש אחר."

msgid "This slip was shown before."
msgstr "הפתק הזה כבר הוצג."

msgid "Sign in instead."
msgstr "להיכנס במקום זאת."

msgid "A terminal keeps keys for people who belong."
msgstr "עמדה שומרת מפתחות למי ששייכים."

msgid "Begin with a slip: hearth kiosk begin CODE"
msgstr "להתחיל עם פתק: hearth kiosk begin CODE"

msgid "This terminal keeps a key of %1 already."
msgstr "העמדה הזאת כבר שומרת מפתח של %1."

msgid "Sign in: hearth kiosk signin %1"
msgstr "כניסה: hearth kiosk signin %1"

msgid "Your key waits for a word."
msgstr "המפתח שלך ממתין לאישור."

msgid "Run `hearth kiosk accept` at a computer of yours, or ask two colleagues."
msgstr "להריץ `hearth kiosk accept` במחשב שלך, או לבקש משני עמיתים."

msgid "The words were written but can't be read."
msgstr "הדברים נכתבו אך לא ניתן לקרוא אותם."

msgid "No terminal offers a key for %1 with these words."
msgstr "שום עמדה אינה מציעה מפתח אל %1 עם המלים האלה."

msgid "`hearth kiosk offers` shows what waits."
msgstr "`hearth kiosk offers` מציג מה ממתין."

msgid "The words differ: the key is another than the terminal shows."
msgstr "המלים שונות: המפתח אינו זה שהעמדה מציגה."

msgid "Leave it alone, and tell your colleagues."
msgstr "להניח לזה, ולספר לעמיתיך."

msgid "They run `hearth kiosk accept %1`."
msgstr "אצלם להריץ `hearth kiosk accept %1`."

msgid "there is no such file"
msgstr "אין קובץ כזה"

msgid "it is no file"
msgstr "זה אינו קובץ"

msgid "it belongs to user %1, not to root"
msgstr "הוא שייך למשתמש %1 ולא ל־root"

msgid "it has mode %1, so others than its owner can write it"
msgstr "יש לו הרשאות %1, ולכן לא רק הבעלים יכולים לכתוב בו"

msgid "it is larger than %1 bytes"
msgstr "הוא גדול מ־%1 בתים"

msgid "it is not UTF-8 text"
msgstr "זה אינו טקסט UTF-8"

msgid "not enforced: this home is open, so there is nothing to lock"
msgstr "לא נאכף: הבית הזה פתוח, ולכן אין מה לנעול"

msgid "hearth.toml, line %1"
msgstr "hearth.toml, שורה %1"

msgid "policy"
msgstr "מדיניות"

msgid "default"
msgstr "ברירת מחדל"

msgid "all"
msgstr "הכול"

msgid "private and link-local%1"
msgstr "פרטיות ומקומיות לקישור%1"

msgid "on"
msgstr "פועל"

msgid "off"
msgstr "כבוי"

msgid "yes"
msgstr "כן"

msgid "no"
msgstr "לא"

msgid "none"
msgstr "אין"

msgid "only %1"
msgstr "רק %1"

msgid "at most %1"
msgstr "לכל היותר %1"

msgid "required"
msgstr "חובה"

msgid "not required"
msgstr "לא חובה"

msgid "allowed"
msgstr "מותר"

msgid "not allowed"
msgstr "אסור"

msgid "is to name at least one; without the key all are allowed"
msgstr "צריך לציין לפחות אחד; בלי המפתח הכול מותר"

msgid "has \"%1\", which is no range such as 192.168.0.0/16"
msgstr "יש בו \"%1\", שאינו טווח כגון 192.168.0.0/16"

msgid "storage.retention-least is longer than storage.retention-most"
msgstr "storage.retention-least ארוך מ־storage.retention-most"

msgid "nothing satisfies both this %1 and that of %2"
msgstr "שום דבר אינו מקיים גם את %1 הזה וגם את זה של %2"

msgid "not used by this version: nothing is ever removed yet"
msgstr "לא בשימוש בגרסה הזאת: עדיין שום דבר אינו מוסר"

msgid "Ask whoever looks after this computer; `hearth policy show` lists its rules."
msgstr "לשאול את מי שאחראים למחשב הזה; `hearth policy show` מונה את כלליו."

msgid "%1: forbidden by %2, line %3: %4"
msgstr "%1: אסור לפי %2, שורה %3: %4"

msgid "network.extra-ranges has \"%1\", which is no range such as 192.0.2.0/24"
msgstr "ב־network.extra-ranges יש \"%1\", שאינו טווח כגון 192.0.2.0/24"

msgid "it can't be read as UTF-8 text"
msgstr "לא ניתן לקרוא אותו כטקסט UTF-8"

msgid "it is from 30s to 1h"
msgstr "הערך הוא מ־30s עד 1h"

msgid "has \"%1\", which is not an address such as 10.0.0.7:7117"
msgstr "יש בו \"%1\", שאינו כתובת כגון 10.0.0.7:7117"

msgid "has \"%1\", which is not a domain such as plant.example"
msgstr "יש בו \"%1\", שאינו מתחם כגון plant.example"

msgid "it is not TOML"
msgstr "זה אינו TOML"

msgid "is to be a number from %1 to %2"
msgstr "צריך להיות מספר מ־%1 עד %2"

msgid "is to be true or false"
msgstr "צריך להיות true או false"

msgid "is to be a list of texts"
msgstr "צריך להיות רשימה של טקסטים"

msgid "is to be one of %1"
msgstr "צריך להיות אחד מאלה: %1"

msgid "is to be a size such as \"500 MiB\" or \"2 GiB\""
msgstr "צריך להיות גודל כגון \"500 MiB\" או \"2 GiB\""

msgid "is to be a duration such as \"15m\", \"8h\" or \"30d\""
msgstr "צריך להיות משך כגון \"15m\", \"8h\" או \"30d\""

msgid "%1 is not known; known are %2"
msgstr "%1 אינו מוכר; מוכרים: %2"

msgctxt "in a list"
msgid ", "
msgstr ", "

msgctxt "one of several"
msgid "%1 or %2"
msgstr "%1 או %2"

msgctxt "between thousands"
msgid ","
msgstr ","

msgctxt "before decimal digits"
msgid "."
msgstr "."

msgid "error %1"
msgstr "שגיאה %1"

msgid "TCP port %1 is taken by another program"
msgstr "פורט TCP %1 תפוס בידי תוכנה אחרת"

msgid "TCP port %1 is for root alone"
msgstr "פורט TCP %1 מיועד ל־root בלבד"

msgid "%1 can't be created"
msgstr "לא ניתן ליצור את %1"

msgid "it isn't a folder"
msgstr "זו אינה תיקייה"

msgid "it belongs to another user"
msgstr "היא שייכת למשתמש אחר"

msgid "Another hearthd already serves this home on %1."
msgstr "hearthd אחר כבר משרת את הבית הזה ב־%1."

msgid "The socket path %1 is longer than %2 bytes: choose a shorter HEARTH_HOME."
msgstr "נתיב השקע %1 ארוך מ־%2 בתים: לבחור HEARTH_HOME קצר יותר."

msgid "The socket folder %1 can't be trusted: %2."
msgstr "לא ניתן לסמוך על תיקיית השקע %1: %2."

msgid "%1 is in the way: it isn't a socket. Move it away and start again."
msgstr "%1 מפריע: זה אינו שקע. להעביר אותו הצידה ולהפעיל שוב."

msgid "The service manager passed descriptor %1, no listening Unix socket."
msgstr "מנהל השירותים העביר את המתאר %1, שאינו שקע Unix מאזין."

msgid "%1 failed for %2: %3."
msgstr "%1 נכשל עבור %2: %3."

msgid "The query is not validly encoded."
msgstr "השאילתה אינה מקודדת כראוי."

msgid "There is no field %1 in this request."
msgstr "אין שדה %1 בבקשה הזאת."

msgid "The field %1 is given twice."
msgstr "השדה %1 ניתן פעמיים."

msgid "The field %1 has a value of the wrong type."
msgstr "לשדה %1 יש ערך מסוג שגוי."

msgid "Web pages may not use the local API."
msgstr "דפי רשת אינם רשאים להשתמש בממשק המקומי."

msgid "The request names the wrong host."
msgstr "הבקשה נוקבת במארח שגוי."

msgid "Send the header Host: localhost."
msgstr "לשלוח את הכותרת Host: localhost."

msgid "The body must be JSON."
msgstr "הגוף חייב להיות JSON."

"""##,
##"""
msgid "Send the header Content-Type: application/json."
msgstr "לשלוח את הכותרת Content-Type: application/json."

msgid "%1 has no method %2."
msgstr "אל %1 אין שיטה %2."

msgid "There is no %1 in the local API."
msgstr "אין %1 בממשק המקומי."

msgid "GET /openapi.json describes all that there is."
msgstr "GET /openapi.json מתאר את כל מה שיש."

msgid "The body is larger than %1 bytes."
msgstr "הגוף גדול מ־%1 בתים."

msgid "This link can't be read."
msgstr "לא ניתן לקרוא את הקישור הזה."

msgid "Type the code that stands beside it, such as 47-copper-lantern."
msgstr "להקליד את הקוד שלצדו, כגון 47-copper-lantern."

msgid "This link is for something else."
msgstr "הקישור הזה מיועד לדבר אחר."

msgid "Run: %1 %2"
msgstr "להריץ: %1 %2"

msgid "saved on this laptop; no colleague is connected yet"
msgstr "נשמר במחשב הזה; אין עדיין עמית בחיבור"

msgid "saved on this laptop; %1 of %n colleague connected has it"
msgid_plural "saved on this laptop; %1 of %n colleagues connected have it"
msgstr[0] "נשמר במחשב הזה; נמצא אצל %1 מתוך עמית אחד בחיבור"
msgstr[1] "נשמר במחשב הזה; נמצא אצל %1 מתוך שני עמיתים בחיבור"
msgstr[2] "נשמר במחשב הזה; נמצא אצל %1 מתוך %n עמיתים בחיבור"

msgctxt "a proposal"
msgid "open"
msgstr "פתוחה"

msgctxt "a proposal"
msgid "adopted"
msgstr "אומצה"

msgctxt "a proposal"
msgid "not adopted"
msgstr "לא אומצה"

msgctxt "a proposal"
msgid "adopted, under review"
msgstr "אומצה, בבחינה מחדש"

msgctxt "a proposal"
msgid "given up in a review"
msgstr "בוטלה בבחינה מחדש"

msgid "Neither HEARTH_HOME nor HOME is set."
msgstr "לא נקבע HEARTH_HOME וגם לא HOME."

msgid "Set HEARTH_HOME to the folder that Hearth may use."
msgstr "לקבוע ב־HEARTH_HOME את התיקייה שמותרת ל־Hearth."

msgid "The body is not valid JSON."
msgstr "הגוף אינו JSON תקין."

msgid "A value could not be written as JSON."
msgstr "לא ניתן לכתוב ערך כ־JSON."

msgid "The field %1 is missing."
msgstr "השדה %1 חסר."

msgid "The field %1 has a value that is not allowed."
msgstr "לשדה %1 יש ערך אסור."

msgid "the D-Bus system bus"
msgstr "אפיק המערכת של D-Bus"

msgid "the mDNS responder (avahi-daemon)"
msgstr "המשיב של mDNS (avahi-daemon)"

msgid "Another program, of the user %1, listens on the port of mDNS (5353/udp)."
msgstr "תוכנה אחרת, של המשתמש %1, מאזינה בשער של mDNS (5353/udp)."

msgid "No network interface is up and has an address."
msgstr "שום ממשק רשת אינו פעיל עם כתובת."

msgid "Multicast could not be sent on %1: %2."
msgstr "לא ניתן לשלוח שידור מקומי דרך %1: %2."

msgid "The TCP port %1 can be listened on."
msgstr "ניתן להאזין בשער TCP מספר %1."

msgid "The TCP port %1 can't be listened on: %2."
msgstr "לא ניתן להאזין בשער TCP מספר %1: %2."

msgid "This machine reaches itself at %1."
msgstr "המכונה הזאת מגיעה אל עצמה בכתובת %1."

msgid "This machine does not reach itself at %1: %2."
msgstr "המכונה הזאת אינה מגיעה אל עצמה בכתובת %1: %2."

msgid "Install and start D-Bus: sudo apt-get install dbus"
msgstr "להתקין ולהפעיל את D-Bus: sudo apt-get install dbus"

msgid "Install and start Avahi: sudo apt-get install avahi-daemon, then sudo systemctl enable --now avahi-daemon"
msgstr "להתקין ולהפעיל את Avahi: sudo apt-get install avahi-daemon, ואז sudo systemctl enable --now avahi-daemon"

msgid "If colleagues are seen late or not at all, let only avahi-daemon do mDNS; for systemd-resolved: set MulticastDNS=no in /etc/systemd/resolved.conf"
msgstr "אם עמיתים נראים באיחור או כלל לא, להשאיר את mDNS ל־avahi-daemon בלבד; עבור systemd-resolved: לקבוע MulticastDNS=no בקובץ /etc/systemd/resolved.conf"

msgid "Switch multicast on: sudo ip link set %1 multicast on"
msgstr "להפעיל שידור מקומי: sudo ip link set %1 multicast on"

msgid "Connect this machine to the network of the workplace."
msgstr "לחבר את המכונה הזאת לרשת של מקום העבודה."

msgid "If colleagues are on this network, ask IT whether the switch or access point drops multicast (client isolation, IGMP snooping), or name a colleague's address in the configuration as a static peer."
msgstr "אם יש עמיתים ברשת הזאת, לשאול את מערכות המידע אם המתג או נקודת הגישה משליכים שידור מקומי (client isolation, IGMP snooping), או לנקוב בהגדרות בכתובת של עמית כעמית קבוע."

msgid "Look for a firewall rule for outgoing packets to 224.0.0.251."
msgstr "לחפש כלל של חומת אש למנות יוצאות אל 224.0.0.251."

msgid "Set another port in the configuration, or end the program that has this one."
msgstr "לקבוע שער אחר בהגדרות, או לסיים את התוכנה שמחזיקה בזה."

msgid "Look for a firewall rule for connections to this address."
msgstr "לחפש כלל של חומת אש לחיבורים אל הכתובת הזאת."

msgid "Let the system keep the time: sudo timedatectl set-ntp true. Hearth never orders by the clock, but it shows wrong times to colleagues."
msgstr "לתת למערכת לכוון את השעון: sudo timedatectl set-ntp true. סדר הדברים ב־Hearth אינו נקבע לפי השעון, אבל לעמיתים יוצגו שעות שגויות."

msgid "It answers: %1."
msgstr "הוא עונה: %1."

msgid "It does not run: %1."
msgstr "הוא אינו פועל: %1."

msgid "It runs but does not let this user in: %1."
msgstr "הוא פועל אך אינו מכניס את המשתמש הזה: %1."

msgid "%1, a tunnel that mDNS does not use,"
msgstr "%1, מנהרה ש־mDNS אינו משתמש בה,"

msgid "%1, a bridge inside this machine,"
msgstr "%1, גשר בתוך המכונה הזאת,"

msgid "%1 has %2 and carries multicast."
msgstr "אל %1 שייכות %2, והוא נושא שידור מקומי."

msgid "%1 has %2 and does not carry multicast."
msgstr "אל %1 שייכות %2, והוא אינו נושא שידור מקומי."

msgid "Multicast works on %1: other machines answered (%2)."
msgstr "השידור המקומי פועל דרך %1: מכונות אחרות ענו (%2)."

msgid "This machine hears its own multicast on %1; no other machine answered."
msgstr "המכונה הזאת שומעת את השידור של עצמה דרך %1; שום מכונה אחרת לא ענתה."

msgid "Nobody, not even this machine, answered to multicast on %1."
msgstr "איש, אפילו לא המכונה הזאת, לא ענה לשידור מקומי דרך %1."

msgid "The firewall (%1) lets packets in."
msgstr "חומת האש (%1) מכניסה מנות."

msgid "A firewall (%1) is active; only the administrator can read its rules."
msgstr "חומת אש (%1) פעילה; רק מנהל המערכת יכול לקרוא את כלליה."

msgid "The firewall (%1) filters, and has rules for our ports."
msgstr "חומת האש (%1) מסננת, ויש בה כללים לשערים שלנו."

msgid "The firewall (%1) drops what no rule lets in, and has none for our TCP port."
msgstr "חומת האש (%1) משליכה כל מה ששום כלל אינו מכניס, ואין בה כלל לשער ה־TCP שלנו."

msgid "The firewall (%1) drops what no rule lets in, and has none for mDNS (5353/udp)."
msgstr "חומת האש (%1) משליכה כל מה ששום כלל אינו מכניס, ואין בה כלל ל־mDNS (5353/udp)."

msgid "The firewall (%1) drops what no rule lets in, and has none for mDNS (5353/udp) and our TCP port."
msgstr "חומת האש (%1) משליכה כל מה ששום כלל אינו מכניס, ואין בה כלל ל־mDNS (5353/udp) ולשער ה־TCP שלנו."

msgid "Let both in from the local network: sudo ufw allow 5353/udp, sudo ufw allow PORT/tcp (PORT as in the configuration)"
msgstr "להכניס את שניהם מן הרשת המקומית: sudo ufw allow 5353/udp, sudo ufw allow PORT/tcp (במקום PORT, השער שבהגדרות)"

msgid "Let both in: sudo firewall-cmd --permanent --add-service=mdns --add-port=PORT/tcp, then sudo firewall-cmd --reload (PORT as in the configuration)"
msgstr "להכניס את שניהם: sudo firewall-cmd --permanent --add-service=mdns --add-port=PORT/tcp, ואז sudo firewall-cmd --reload (במקום PORT, השער שבהגדרות)"

msgid "Run hearth doctor once as root to see the rules, and let in 5353/udp and the TCP port of the configuration."
msgstr "להריץ hearth doctor פעם אחת כ־root כדי לראות את הכללים, ולהכניס את 5353/udp ואת שער ה־TCP שבהגדרות."

msgid "The clock is wrong: it shows a time before 2025 or after 2099."
msgstr "השעון שגוי: הוא מראה זמן לפני 2025 או אחרי 2099."

msgid "The clock is kept right by the network."
msgstr "השעון מכוון בידי הרשת."

msgid "The clock is plausible, but nobody keeps it right."
msgstr "השעון סביר, אך איש אינו מכוון אותו."

msgid "The clock is plausible; whether somebody keeps it right is not known."
msgstr "השעון סביר; לא ידוע אם מישהו מכוון אותו."

msgid "%1 is not a private address"
msgstr "%1 אינה כתובת פרטית"

msgid "it needs an interface"
msgstr "דרוש ממשק"

msgid "another program has it"
msgstr "תוכנה אחרת מחזיקה בו"

msgid "ports below 1024 are for the administrator"
msgstr "שערים מתחת ל־1024 מיועדים למנהל המערכת"

msgid "no answer came in time"
msgstr "לא הגיעה תשובה בזמן"

msgid "nobody listens there"
msgstr "איש אינו מאזין שם"

msgid "there is no way to that address"
msgstr "אין דרך אל הכתובת ההיא"

msgid "the connection was reset"
msgstr "החיבור אופס"

msgid "the number is in use"
msgstr "המספר בשימוש"

msgid "there are too many connections"
msgstr "יש יותר מדי חיבורים"

msgid "this node is stopping"
msgstr "הצומת הזה נעצר"

msgid "the system reports error %1"
msgstr "המערכת מדווחת על שגיאה %1"

msgid "Which one?"
msgstr "איזה מהם?"

msgid "Several items have these characters in their code."
msgstr "לכמה פריטים יש תווים אלה בקוד."

msgid "Nobody has answered yet."
msgstr "עדיין אין תשובה."

msgid "Answers"
msgstr "תשובות"

msgid "What belongs to it"
msgstr "מה ששייך לכך"

msgid "Thanks from %1"
msgstr "תודה מאת %1"

msgid "Its community has folded these words; members can open them."
msgstr "הקהילה קיפלה מילים אלה; חברים יכולים לפתוח אותן."

msgid "The words were taken back."
msgstr "המילים נלקחו בחזרה."

msgid "Whoever asked accepted this answer."
msgstr "מי ששאל קיבל תשובה זו."

msgid "Experience of others: %1"
msgstr "ניסיון של אחרים: %1"

msgctxt "a kind of record"
msgid "question"
msgstr "שאלה"

msgctxt "a kind of record"
msgid "answer"
msgstr "תשובה"

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
msgid "value story"
msgstr "סיפור ערך"

msgctxt "a kind of record"
msgid "page"
msgstr "דף"

msgctxt "a field"
msgid "applied"
msgstr "יישום"

msgctxt "a field"
msgid "date"
msgstr "תאריך"

msgctxt "a field"
msgid "end"
msgstr "סוף"

msgctxt "a field"
msgid "happened"
msgstr "מה קרה"

msgctxt "a field"
msgid "hypothesis"
msgstr "השערה"

msgctxt "a field"
msgid "immediate"
msgstr "ערך מיידי"

msgctxt "a field"
msgid "learning"
msgstr "למידה"

msgctxt "a field"
msgid "lesson"
msgstr "לקח"

msgctxt "a field"
msgid "machine"
msgstr "מכונה"

msgctxt "a field"
msgid "note"
msgstr "הערה"

msgctxt "a field"
msgid "notes"
msgstr "רשימות"

msgctxt "a field"
msgid "outcome"
msgstr "תוצאה"

msgctxt "a field"
msgid "place"
msgstr "מקום"

msgctxt "a field"
msgid "places"
msgstr "מקומות"

msgctxt "a field"
msgid "potential"
msgstr "ערך אפשרי"

msgctxt "a field"
msgid "realised"
msgstr "ערך ממומש"

msgctxt "a field"
msgid "reframed"
msgstr "מבט חדש"

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
msgid "saving"
msgstr "חיסכון"

msgctxt "a field"
msgid "situation"
msgstr "מצב"

msgctxt "a field"
msgid "slot"
msgstr "משבצת זמן"

msgctxt "a field"
msgid "start"
msgstr "התחלה"

msgctxt "a field"
msgid "stop rule"
msgstr "כלל עצירה"

msgctxt "a field"
msgid "tried"
msgstr "מה נוסה"

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

msgid "To the content"
msgstr "אל התוכן"

msgid "Pages"
msgstr "דפים"

msgid "All communities"
msgstr "כל הקהילות"

msgid "How to write, and what this is"
msgstr "איך כותבים, ומה זה"

msgid "Shown by the shared terminal %1."
msgstr "מוצג בעמדה המשותפת %1."

msgid "Shown by a computer of this workplace, without any server."
msgstr "מוצג בידי מחשב של מקום העבודה הזה, בלי שום שרת."

msgid "As this computer knew it on %1."
msgstr "כפי שידע המחשב הזה ב־%1."

msgid "It met no other computer then, so others may know more."
msgstr "באותו רגע לא היה מחובר למחשב אחר, ולכן ייתכן שאחרים יודעים יותר."

msgid "It was connected to one other computer."
msgid_plural "It was connected to %n other computers."
msgstr[0] "היה מחובר למחשב אחד נוסף."
msgstr[1] "היה מחובר לשני מחשבים נוספים."
msgstr[2] "היה מחובר ל־%n מחשבים נוספים."

msgid "This page sets no cookie, runs no program and counts nobody."
msgstr "דף זה אינו שומר עוגייה, אינו מריץ תוכנה ואינו סופר איש."

msgctxt "pattern of a moment"
msgid "yyyy-MM-dd HH:mm"
msgstr "dd.MM.yyyy HH:mm"

msgctxt "pattern of a day"
msgid "yyyy-MM-dd"
msgstr "dd.MM.yyyy"

msgid "written by %1"
msgstr "נכתב בידי %1"

msgid "(imported)"
msgstr "(מייבוא)"

msgid "via %1"
msgstr "דרך %1"

msgid "on the wall of the workplace"
msgstr "על הקיר של מקום העבודה"

msgid "It was quiet."
msgstr "היה שקט."

msgid "There is more; search finds it."
msgstr "יש עוד; החיפוש מוצא."

msgid "Open questions"
msgstr "שאלות פתוחות"

msgctxt "a heading"
msgid "Answered"
msgstr "נענו"

msgid "What we tried and learned, also the hard way"
msgstr "מה ניסינו ולמדנו, גם בדרך הקשה"

msgctxt "a heading"
msgid "Thanks"
msgstr "תודות"

msgid "Coming up"
msgstr "בקרוב"

msgid "Problems that want hands"
msgstr "בעיות שמחכות לידיים"

msgid "To reply"
msgstr "למענה"

msgid "At the shared terminal, or with a slip: write %1 and your words on a piece of paper and give it to a colleague who has Hearth."
msgstr "בעמדה המשותפת, או בפתק: לכתוב על נייר את %1 ואת המילים, ולמסור לעמית שיש לו Hearth."

msgid "At the shared terminal, or with a slip: write the code and your words on a piece of paper and give it to a colleague who has Hearth."
msgstr "בעמדה המשותפת, או בפתק: לכתוב על נייר את הקוד ואת המילים, ולמסור לעמית שיש לו Hearth."

msgid "Over plain http nothing can be written."
msgstr "דרך http בלי הצפנה אי אפשר לכתוב דבר."

msgid "What everybody may read"
msgstr "מה שכולם רשאים לקרוא"

msgid "Communities"
msgstr "קהילות"

msgid "No community here is open to everybody yet."
msgstr "עדיין אין כאן קהילה הפתוחה לכולם."

msgid "%n question"
msgid_plural "%n questions"
msgstr[0] "שאלה אחת"
msgstr[1] "שתי שאלות"
msgstr[2] "%n שאלות"

msgid "last words on %1"
msgstr "מילים אחרונות ב־%1"

msgid "archived"
msgstr "בארכיון"

msgid "Its members have archived it."
msgstr "חבריה העבירו אותה לארכיון."

msgid "Charter"
msgstr "אמנה"

msgid "What happened from %1 to %2"
msgstr "מה קרה מ־%1 עד %2"

msgid "Search"
msgstr "חיפוש"

msgid "Type the words that you look for."
msgstr "להקליד את המילים המבוקשות."

msgid "Nothing that everybody may read holds “%1”."
msgstr "דבר ממה שכולם רשאים לקרוא אינו מכיל „%1”."

msgid "Nothing holds “%1”; this is what holds %2."
msgstr "דבר אינו מכיל „%1”; זה מה שמכיל %2."

msgid "Find"
msgstr "חיפוש"

msgid "Codes"
msgstr "קודים"

msgid "Everything has a short code, such as Q-7F3KD. Printed sheets carry it too. The search field finds words, and the address /q/ with the five characters behind the dash shows the item itself."
msgstr "לכל דבר יש קוד קצר, כגון Q-7F3KD. הוא מופיע גם על דפים מודפסים. שדה החיפוש מוצא מילים, והכתובת /q/ עם חמשת התווים שאחרי המקף מציגה את הפריט עצמו."

msgid "What you see"
msgstr "מה רואים כאן"

msgid "The words of communities that are open to everybody, as one computer of your colleagues holds them. Nothing comes from the Internet, and nothing goes there."
msgstr "המילים של קהילות הפתוחות לכולם, כפי שהן שמורות במחשב אחד של עמיתים. דבר אינו מגיע מהאינטרנט, ודבר אינו נשלח אליו."

msgid "What is listed or private is not here, nor who read what. What a community has folded stays folded, and what somebody took back is gone."
msgstr "מה שרשום או פרטי אינו כאן, וגם לא מי קרא מה. מה שקהילה קיפלה נשאר מקופל, ומה שמישהו לקח בחזרה איננו."

msgid "What others see"
msgstr "מה אחרים רואים"

msgid "This page comes without encryption: whoever runs the network can see what you read here. It needs no name and no password, and keeps no list of who asked for what."
msgstr "דף זה מגיע בלי הצפנה: מי שמפעיל את הרשת יכול לראות מה נקרא כאן. אין צורך בשם או בסיסמה, ולא נשמרת רשימה של מי ביקש מה."

msgid "Nothing can be written here"
msgstr "אי אפשר לכתוב כאן דבר"

msgid "This is only for reading"
msgstr "זה לקריאה בלבד"

msgid "This computer has another name"
msgstr "למחשב הזה שם אחר"

msgid "The address that was typed belongs to somebody else. Type the one that stands on the sheet, or scan its code again."
msgstr "הכתובת שהוקלדה שייכת למישהו אחר. להקליד את זו שעל הדף, או לסרוק שוב את הקוד."

msgid "That is no request for a page"
msgstr "זו אינה בקשה לדף"

msgid "Too often"
msgstr "לעתים קרובות מדי"

msgid "So many pages at once are nobody's reading. Wait a moment."
msgstr "איש אינו קורא דפים רבים כל כך בבת אחת. יש להמתין רגע."

msgid "Many read at the moment"
msgstr "רבים קוראים ברגע זה"

msgid "Try again in a few seconds."
msgstr "לנסות שוב בעוד כמה שניות."

msgid "There is nothing here"
msgstr "אין כאן דבר"

msgid "Nothing that everybody may read has this address. A new code may not have come to this computer yet."
msgstr "אין בכתובת זו דבר שכולם רשאים לקרוא. ייתכן שקוד חדש עדיין לא הגיע למחשב הזה."

msgid "Closed at the moment"
msgstr "סגור ברגע זה"

msgid "This computer can show nothing now. Its owner may have locked it. Try again later, or at the shared terminal."
msgstr "המחשב הזה אינו יכול להציג דבר כעת. ייתכן שננעל בידי בעליו. לנסות שוב מאוחר יותר, או בעמדה המשותפת."

msgid "Questions and answers among colleagues, on their own computers."
msgstr "שאלות ותשובות בין עמיתים, במחשבים שלהם."

msgid "EXAMPLES:"
msgstr "דוגמאות:"

msgid "Settle in"
msgstr "התיישבות"

msgid "Ask and answer"
msgstr "שאלות ותשובות"

msgid "Raise, tell and try"
msgstr "להעלות, לספר ולנסות"

msgid "Meet"
msgstr "להיפגש"

msgid "Rights, roles and objections"
msgstr "זכויות, תפקידים והתנגדויות"

msgid "Decide together"
msgstr "להחליט יחד"

msgid "Colleagues and their computers"
msgstr "עמיתים ומחשביהם"

msgid "This machine"
msgstr "המכונה הזאת"

msgid "Upkeep"
msgstr "תחזוקה"

msgid "Exit codes: 0 ok, 1 internal error, 2 usage, 3 not found, 4 no such right, 5 needs consent, 6 offline or not here yet, 7 something like it is here already (--json only)."
msgstr "קודי יציאה: 0 תקין, 1 שגיאה פנימית, 2 שימוש שגוי, 3 לא נמצא, 4 אין זכות כזאת, 5 נחוצה הסכמה, 6 לא מקוון או עדיין לא כאן, 7 משהו דומה כבר קיים (רק עם --json)."

msgid "Languages: --language he, or HEARTH_LANGUAGE; otherwise that of the system."
msgstr "שפות: --language en, או HEARTH_LANGUAGE; אחרת שפת המערכת."

msgid "Print JSON for scripts: one object a line."
msgstr "להדפיס JSON לתסריטים: אובייקט אחד בשורה."

msgid "EXAMPLE:"
msgstr "דוגמה:"

msgid "hearthd refused the request without a reason."
msgstr "hearthd דחה את הבקשה ללא סיבה."

msgid "The socket %1 belongs to another user."
msgstr "השקע %1 שייך למשתמש אחר."

msgid "Run hearth as the user whose home it is."
msgstr "להריץ את hearth כמשתמש שהבית שלו."

msgid "hearthd isn't running for this home."
msgstr "hearthd אינו פועל עבור הבית הזה."

msgid "Start it with: hearth start   (for a new home: hearth init --name YOU)"
msgstr "הפעלה: hearth start   (לבית חדש: hearth init --name YOU)"

msgid "hearthd's answer can't be read: %1"
msgstr "לא ניתן לקרוא את התשובה של hearthd: %1"

msgid "hearth and hearthd may be of different versions: restart hearthd."
msgstr "ייתכן ש־hearth ו־hearthd בגרסאות שונות: להפעיל מחדש את hearthd."

msgid "The connection to hearthd broke before the answer was complete."
msgstr "החיבור אל hearthd נקטע לפני שהתשובה הושלמה."

msgid "See whether hearthd still runs: hearth status"
msgstr "לבדוק אם hearthd עדיין פועל: hearth status"

msgid "A file to attach, such as a sound or a picture; may be given several times."
msgstr "קובץ לצירוף, כגון קול או תמונה; אפשר לציין כמה פעמים."

msgid "There is no file %1; nothing was written."
msgstr "אין קובץ %1; דבר לא נכתב."

msgid "%1 is a folder; nothing was written."
msgstr "%1 היא תיקייה; דבר לא נכתב."

msgid "Pack it into one file first."
msgstr "לארוז אותה קודם לקובץ אחד."

msgid "%1 can't be read; nothing was written."
msgstr "לא ניתן לקרוא את %1; דבר לא נכתב."

msgid "Check whether the file is yours to read."
msgstr "לבדוק אם הקובץ פתוח לקריאה בשבילך."

msgid "%1 was written, and %2 is not attached: %3"
msgstr "%1 נכתבה, אבל %2 לא צורף: %3"

msgid "Attach it to what is there: hearth attach %1 FILE"
msgstr "לצרף למה שכבר שם: hearth attach %1 FILE"

msgid "Copy all that only this computer has into one sealed file, while it runs."
msgstr "להעתיק לקובץ אטום אחד כל מה שיש רק במחשב הזה, תוך כדי פעולה."

msgid "The file holds the keys of this home and every commit, under a passphrase that you choose: nobody can reset it. Settings of this machine, its security log and reading rooms stay behind. `hearth restore` puts it into an empty home; that one then writes in new logs, so it gets into nobody's way, even if this computer goes on."
msgstr "הקובץ מכיל את המפתחות של הבית הזה ואת כל הרישומים, תחת סיסמה לבחירתך: איש אינו יכול לאפס אותה. ההגדרות של המכונה הזאת, יומן האבטחה שלה וחדרי הקריאה נשארים מאחור. `hearth restore` שם אותו בבית ריק; הבית ההוא כותב אז ביומנים חדשים, ולכן אינו מפריע לאיש, גם אם המחשב הזה ממשיך."

msgid "The file to make; one that is there is never written over."
msgstr "הקובץ שייווצר; קובץ קיים לעולם אינו נדרס."

msgid "hearthd stopped before the backup was complete; no file was made."
msgstr "hearthd נעצר לפני שהגיבוי הושלם; לא נוצר קובץ."

msgid "See how it stands: hearth status"
msgstr "לבדוק מה המצב: hearth status"

msgid "The backup %1 is complete, %2."
msgstr "הגיבוי %1 שלם, %2."

msgid "Put a backup into an empty home, and start hearthd on it."
msgstr "לשים גיבוי בבית ריק, ולהפעיל עליו את hearthd."

msgid "The home must be empty; set HEARTH_HOME to choose one. What was written after the backup comes back from colleagues who have it, and what only the backup has goes to them."
msgstr "הבית חייב להיות ריק; כדי לבחור בית, לקבוע את HEARTH_HOME. מה שנכתב אחרי הגיבוי חוזר מעמיתים שיש להם, ומה שיש רק בגיבוי עובר אליהם."

msgid "The backup."
msgstr "הגיבוי."

msgid "hearthd runs for this home, so somebody may live in it."
msgstr "hearthd פועל עבור הבית הזה, ולכן ייתכן שיש בו דייר."

msgid "Set HEARTH_HOME to an empty home, or run `hearth stop` first."
msgstr "לקבוע את HEARTH_HOME לבית ריק, או להריץ קודם `hearth stop`."

msgid "Passphrase of the backup: "
msgstr "הסיסמה של הגיבוי: "

msgid "For whom you write it down, as they want to be named: \"N. from shift C\"."
msgstr "בשם מי זה נכתב, בשם הרצוי להם: \"N. from shift C\"."

msgid "For whom you write it down who has a slip: the name or code of `hearth slip list`."
msgstr "בשם מי זה נכתב, כשיש לו פתק: השם או הקוד מתוך `hearth slip list`."

msgid "How they agreed: spoken, paper, card, pin or kiosk."
msgstr "איך ניתנה הסכמתם: spoken, paper, card, pin או kiosk."

msgid "Give --on-behalf or --on-behalf-of, not both."
msgstr "לתת --on-behalf או --on-behalf-of, לא שניהם."

msgid "--consent goes with --on-behalf."
msgstr "--consent בא עם --on-behalf."

msgid "Say how they agreed: --consent spoken, paper, card, pin or kiosk."
msgstr "לומר איך ניתנה הסכמתם: --consent spoken, paper, card, pin או kiosk."

msgid "%1 was written, and for whom was not: %2"
msgstr "%1 נכתב, אך לא בשביל מי: %2"

msgid "Say it again: hearth behalf %1 --on-behalf NAME --consent …"
msgstr "לומר זאת שוב: hearth behalf %1 --on-behalf NAME --consent …"

msgid "Say for whom words of yours were written, who has no computer at work."
msgstr "לומר בשביל מי נכתבו דברים שלך, כשאין לו מחשב בעבודה."

msgid "You stay visible as the one who wrote them down. Whoever has the slip puts their name to the words (`hearth claim`) or takes it off."
msgstr "נותר גלוי שהרישום היה בידך. מי שהפתק בידיו שם את שמו על הדברים (`hearth claim`) או מסיר אותו."

msgid "Short code of what you wrote."
msgstr "הקוד הקצר של מה שכתבת."

msgid "Say for whom: --on-behalf NAME, or --on-behalf-of PERSON."
msgstr "לומר בשביל מי: --on-behalf NAME, או --on-behalf-of PERSON."

msgid "Noted for whom"
msgstr "נרשם בשביל מי:"

msgid "Put your name to words that somebody wrote down for you, or take it off."
msgstr "לשים את שמך על דברים שמישהו כתב בשבילך, או להסיר אותו."

msgid "Taking it off works at anybody's computer and can't be undone; the words stay."
msgstr "ההסרה אפשרית במחשב של כל אחד ולא ניתן לבטל אותה; הדברים נשארים."

msgid "Short code of the words."
msgstr "הקוד הקצר של הדברים."

msgid "The code on your slip."
msgstr "הקוד שעל הפתק שלך."

msgid "Take the name off, for good."
msgstr "להסיר את השם, לתמיד."

"""##,
##"""
msgid "Took the name off"
msgstr "הוסר השם מן"

msgid "Claimed"
msgstr "נרשמה על שמך:"

msgid "Carry what was written to colleagues whom no network reaches, in a file."
msgstr "להעביר בקובץ את מה שנכתב אל עמיתים ששום רשת אינה מגיעה אליהם."

msgid "A bundle holds signed commits as computers send them to each other, sealed for this workplace. Whoever takes it in checks each of them; what is known already does no harm."
msgstr "חבילה מכילה רישומים חתומים כפי שמחשבים שולחים זה לזה, והיא אטומה ומיועדת למקום העבודה הזה בלבד. מי שקולט אותה בודק כל אחד מהם; מה שכבר ידוע אינו מזיק."

msgid "Write all that you are in, or one community, into a new file."
msgstr "לכתוב לקובץ חדש את כל הקהילות שלך, או קהילה אחת."

msgid "With --since a bundle is small, and of use to whoever has what came before: what has a gap before it is left out when it is taken in, and that is said."
msgstr "עם --since החבילה קטנה, ומועילה למי שיש לו מה שקדם לה: מה שחסר משהו לפניו נשאר בחוץ כשקולטים אותה, וזה נאמר."

msgid "Only this community, beside what the workplace shares."
msgstr "רק הקהילה הזאת, לצד מה שמשותף לכל מקום העבודה."

msgid "Only what was written since: 7d, 48h, or a date such as 2027-05-04."
msgstr "רק מה שנכתב מאז: 7d, 48h, או תאריך כגון 2027-05-04."

msgid "The bundle %1 holds %n commit."
msgid_plural "The bundle %1 holds %n commits."
msgstr[0] "בחבילה %1 יש רישום אחד."
msgstr[1] "בחבילה %1 יש שני רישומים."
msgstr[2] "בחבילה %1 יש %n רישומים."

msgid "Take in what is in a bundle of this workplace."
msgstr "לקלוט את מה שיש בחבילה של מקום העבודה הזה."

msgid "The file."
msgstr "הקובץ."

msgid "%n new commit came from the bundle."
msgid_plural "%n new commits came from the bundle."
msgstr[0] "רישום חדש אחד הגיע מן החבילה."
msgstr[1] "שני רישומים חדשים הגיעו מן החבילה."
msgstr[2] "%n רישומים חדשים הגיעו מן החבילה."

msgid "%n part was not sound or came too early, and was left out."
msgid_plural "%n parts were not sound or came too early, and were left out."
msgstr[0] "חלק אחד לא היה תקין או הגיע מוקדם מדי, ולא נקלט."
msgstr[1] "שני חלקים לא היו תקינים או הגיעו מוקדם מדי, ולא נקלטו."
msgstr[2] "%n חלקים לא היו תקינים או הגיעו מוקדם מדי, ולא נקלטו."

msgid "Left alone: %n space that you aren't in."
msgid_plural "Left alone: %n spaces that you aren't in."
msgstr[0] "לא נקלט: מרחב אחד שאינו שלך."
msgstr[1] "לא נקלטו: שני מרחבים שאינם שלך."
msgstr[2] "לא נקלטו: %n מרחבים שאינם שלך."

msgid "Let a colleague in who asked to come in."
msgstr "להכניס עמית שביקש להיכנס."

msgid "Short code or name of the community."
msgstr "הקוד הקצר או השם של הקהילה."

msgid "Name or short code of the colleague."
msgstr "השם או הקוד הקצר של העמית."

msgid "Invite a colleague, or make a code to write on paper."
msgstr "להזמין עמית, או ליצור קוד לכתיבה על נייר."

msgid "The colleague decides, and gets everything that was ever written in the community.\nA code counts at every member's computer, not only at yours."
msgstr "העמית מחליט, ומקבל את כל מה שנכתב אי־פעם בקהילה.\nקוד תקף בכל מחשב של חברי הקהילה, לא רק בשלך."

msgid "Make a code instead of inviting somebody by name."
msgstr "ליצור קוד במקום להזמין מישהו בשמו."

msgid "How many people may use the code."
msgstr "כמה אנשים רשאים להשתמש בקוד."

msgid "How many days the code counts."
msgstr "כמה ימים הקוד תקף."

msgid "Write a page for the printer with the code, readable by you alone."
msgstr "לכתוב דף להדפסה עם הקוד, קריא לך בלבד."

msgid "Give the name of a colleague, or --code."
msgstr "לתת שם של עמית, או --code."

msgid "--uses, --days, --html and --qr are for a code."
msgstr "--uses, --days, --html וגם --qr מיועדים לקוד."

msgid "The page for the printer is %1."
msgstr "הדף להדפסה הוא %1."

msgid "Invitations that came: list, accept or decline them."
msgstr "הזמנות שהגיעו: למנות, לקבל או לדחות אותן."

msgid "Show how the key of a community stands."
msgstr "להציג מה מצב המפתח של קהילה."

msgid "List the invitations that wait for an answer."
msgstr "למנות את ההזמנות שממתינות לתשובה."

msgid "Come into the community of an invitation."
msgstr "להיכנס לקהילה שבהזמנה."

msgid "Name of the community."
msgstr "שם הקהילה."

msgid "Throw an invitation away; nobody is told."
msgstr "להשליך הזמנה; לא נמסר על כך לאיש."

msgid "Start, find, join and leave communities."
msgstr "לייסד קהילות, למצוא, להצטרף ולעזוב."

msgid "Start a community; a name is enough."
msgstr "לייסד קהילה; די בשם."

msgid "What it is about, in a sentence."
msgstr "במה היא עוסקת, במשפט אחד."

msgid "Short code of a problem that it takes up."
msgstr "הקוד הקצר של בעיה שהיא לוקחת על עצמה."

msgid "Who can see it and come in: everybody; everybody sees the name; only members."
msgstr "מי יכול לראות אותה ולהיכנס: כולם; כולם רואים את השם; חברים בלבד."

msgid "Started"
msgstr "התחלה:"

msgid "List all communities."
msgstr "למנות את כל הקהילות."

msgid "Become a member of a community."
msgstr "להצטרף לקהילה."

msgid "The code on the paper that a member gave you."
msgstr "הקוד שעל הנייר שניתן לך בידי אחד החברים."

msgid "Give the community, or --code and a code."
msgstr "לתת את הקהילה, או --code עם קוד."

msgid "Joined"
msgstr "הצטרפות אל"

msgid "Leave a community, at once and without a reason."
msgstr "לעזוב קהילה, מיד ובלי סיבה."

msgid "Left"
msgstr "עזיבה של"

msgid "Show a community with its members."
msgstr "להציג קהילה עם חבריה."

msgid "What helps a community, what is in its way, and who can change it."
msgstr "מה עוזר לקהילה, מה עומד בדרכה, ומי יכול לשנות זאת."

msgid "A card of six lines: social, cultural, technical, physical, economic, political. Everybody who reads the community reads it; every member fills it in, a sponsor too."
msgstr "כרטיס של שש שורות: חברתי, תרבותי, טכני, פיזי, כלכלי, פוליטי. כל מי שקוראים בקהילה קוראים אותו; כל החברים ממלאים אותו, גם מי שנותן חסות."

msgid "Show the card."
msgstr "להציג את הכרטיס."

msgid "Only of this community."
msgstr "רק של הקהילה הזאת."

msgid "Fill in a line of the card; a line that is there is changed."
msgstr "למלא שורה בכרטיס; שורה קיימת משתנה."

msgid "social, cultural, technical, physical, economic or political."
msgstr "social, cultural, technical, physical, economic או political."

msgid "What helps or is in the way, in a line."
msgstr "מה עוזר או עומד בדרך, בשורה אחת."

msgid "It helps; otherwise it is in the way."
msgstr "זה עוזר; אחרת, זה עומד בדרך."

msgid "Who can change it."
msgstr "מי יכול לשנות זאת."

msgid "Short code or name of the community; not needed by a member of just one."
msgstr "הקוד הקצר או השם של הקהילה; אין צורך כשהחברות היא באחת בלבד."

msgid "Changed"
msgstr "שינוי:"

msgid "Noted"
msgstr "נרשם:"

msgid "Say that a line of the card is settled, which makes room for another."
msgstr "לומר ששורה בכרטיס הוסדרה, וכך מתפנה מקום לאחרת."

msgid "Short code of the line."
msgstr "הקוד הקצר של השורה."

msgid "It is back."
msgstr "היא חזרה."

msgid "Back:"
msgstr "חזרה:"

msgid "Settled"
msgstr "הוסדר:"

msgid "The card is empty. Fill it in: hearth conditions set physical \"…\""
msgstr "הכרטיס ריק. כדי למלא: hearth conditions set physical \"…\""

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

msgid "Say what form, charter or stage a community has."
msgstr "לומר מה הצורה, האמנה או השלב של קהילה."

msgid "Every member can, and nothing follows from it; the last word is shown."
msgstr "כל חבר יכול, ושום דבר אינו נובע מכך; המלה האחרונה מוצגת."

msgid "formal (set up on purpose) or informal (grown by itself)."
msgstr "formal (הוקמה בכוונה) או informal (צמחה מאליה)."

msgid "What its members agree to be, up to 2,000 characters; - reads it."
msgstr "מה חבריה מסכימים להיות, עד 2,000 תווים; - קורא מן הקלט."

msgid "potential, coalescing, maturing, stewardship or transforming."
msgstr "potential, coalescing, maturing, stewardship או transforming."

msgid "Declare where a community stands in its life."
msgstr "להכריז היכן עומדת קהילה במסלול חייה."

msgid "It is archived by consent only: hearth propose COMMUNITY --close."
msgstr "היא עוברת לארכיון בהסכמה בלבד: hearth propose COMMUNITY --close."

msgid "Your computers: list, add, rename and revoke them."
msgstr "המחשבים שלך: למנות, להוסיף, לשנות שם ולבטל."

msgid "List your computers and recovery sheets."
msgstr "למנות את מחשביך ואת דפי השחזור שלך."

msgid "Let one more computer of yours in, with a one-time code."
msgstr "להכניס עוד מחשב שלך, בקוד חד־פעמי."

msgid "Run `hearth device join CODE` on the other computer; it needs no `hearth init`."
msgstr "להריץ `hearth device join CODE` במחשב השני; אין צורך שם ב־`hearth init`."

msgid "Minutes for which the code is good, at most 10."
msgstr "כמה דקות הקוד תקף, לכל היותר 10."

msgid "Take the words for the same without asking; for tests and scripts."
msgstr "לקבל את המלים כזהות בלי לשאול; לבדיקות ולתסריטים."

msgid "Make this computer one more of yours; starts hearthd when it isn't running."
msgstr "להפוך את המחשב הזה לעוד אחד משלך; מפעיל את hearthd אם אינו פועל."

msgid "The code comes from `hearth device add` on a computer of yours. If you have none left but your recovery sheet, a colleague's `hearth invite` makes the code; give --sheet and type the 24 words, or pass them on standard input."
msgstr "הקוד בא מן `hearth device add` במחשב שלך. אם לא נותר לך אלא דף השחזור, את הקוד יוצר `hearth invite` אצל עמית; לתת --sheet ולהקליד את 24 המלים, או להעביר אותן בקלט הרגיל."

msgid "The code, such as 47-copper-lantern, or the link of its QR code."
msgstr "הקוד, כגון 47-copper-lantern, או הקישור שבקוד ה־QR שלו."

msgid "Label of this computer; its host name when absent."
msgstr "תווית של המחשב הזה; בהיעדרה, שם המארח."

msgid "Address of the other computer, where multicast doesn't work."
msgstr "כתובת המחשב השני, כשהשידור המקומי אינו פועל."

msgid "Let the 24 words of your recovery sheet speak for this computer."
msgstr "לתת ל־24 המלים של דף השחזור לדבר בעד המחשב הזה."

msgid "Revoke all your other computers in the same go; with --sheet."
msgstr "לבטל באותה הזדמנות את כל שאר מחשביך; עם --sheet."

msgid "Fail when hearthd isn't running, instead of starting it."
msgstr "להיכשל אם hearthd אינו פועל, במקום להפעיל אותו."

msgid "--revoke-others needs --sheet."
msgstr "--revoke-others דורש --sheet."

msgid "The workplace's statements have not arrived, so the sheet could not speak for this computer yet."
msgstr "הצהרות מקום העבודה לא הגיעו, ולכן הדף עוד לא יכול היה לדבר בעד המחשב הזה."

msgid "Leave hearthd running beside a colleague's computer, and look with `hearth device list`."
msgstr "להשאיר את hearthd פועל לצד מחשב של עמית, ולבדוק עם `hearth device list`."

msgid "Give one of your computers another label."
msgstr "לתת תווית אחרת לאחד ממחשביך."

msgid "Label or short code of the computer."
msgstr "התווית או הקוד הקצר של המחשב."

msgid "The new label."
msgstr "התווית החדשה."

msgid "Put a computer or sheet of yours out for ever, such as one that was lost."
msgstr "להוציא לתמיד מחשב או דף שלך, כגון אחד שאבד."

msgid "What it wrote before stays. What it writes from now on counts nowhere, and no colleague's computer talks to it any more."
msgstr "מה שכתב קודם נשאר. מה שיכתוב מעתה אינו תקף בשום מקום, ושום מחשב של עמית אינו מדבר איתו עוד."

msgid "Don't ask."
msgstr "לא לשאול."

msgid "Revoke %1 for ever?"
msgstr "לבטל את %1 לתמיד?"

msgid "Nothing was revoked."
msgstr "שום דבר לא בוטל."

msgid "%1 is out."
msgstr "%1 בחוץ."

msgid "What it wrote before stays: %n log ended."
msgid_plural "What it wrote before stays: %n logs ended."
msgstr[0] "מה שכתב קודם נשאר: יומן אחד הסתיים."
msgstr[1] "מה שכתב קודם נשאר: שני יומנים הסתיימו."
msgstr[2] "מה שכתב קודם נשאר: %n יומנים הסתיימו."

msgid "What happened, for the wall: questions, answers, what was learned, thanks."
msgstr "מה קרה, בשביל הקיר: שאלות, תשובות, מה נלמד, תודות."

msgid "Only what everybody in the workplace may read is in it. Every line has its code, by which people find it and answer, and the name of whoever wrote it."
msgstr "יש בה רק מה שכולם במקום העבודה רשאים לקרוא. לכל שורה יש קוד, שבו אנשים מוצאים אותה ועונים, ושמו של מי שכתב."

msgid "Only of this community, which has to be open to everybody."
msgstr "רק של הקהילה הזאת, שחייבת להיות פתוחה לכולם."

msgid "How far back: 7d, 48h, or a date such as 2027-05-04."
msgstr "כמה אחורה: 7d, 48h, או תאריך כגון 2027-05-04."

msgid "Give it out, under the next number."
msgstr "להוציא אותו, תחת המספר הבא."

msgid "List those that were given out."
msgstr "להציג את אלה שיצאו."

msgid "As Markdown."
msgstr "בתור Markdown."

msgid "The file to write; the screen when absent."
msgstr "הקובץ לכתיבה; בהיעדרו, המסך."

msgid "%1 could not be written: %2"
msgstr "לא ניתן לכתוב את %1: %2"

msgid "Wrote %1"
msgstr "נכתב %1"

msgid "The chain from a problem to what came of it, and the people in it."
msgstr "השרשרת מבעיה למה שיצא ממנה, והאנשים שבה."

msgid "From any part of the chain: a problem, an experiment, a story, an answer."
msgstr "מכל חוליה בשרשרת: בעיה, ניסוי, סיפור, תשובה."

msgid "Short code of any part of the chain."
msgstr "הקוד הקצר של חוליה כלשהי בשרשרת."

msgid "Drafts of proposals, which lie on this computer only."
msgstr "טיוטות של הצעות, הנמצאות במחשב הזה בלבד."

msgid "List the drafts on this computer."
msgstr "למנות את הטיוטות במחשב הזה."

msgid "Propose what a draft says; its window begins now."
msgstr "להציע מה שכתוב בטיוטה; הזמן שלה מתחיל עכשיו."

msgid "The number of the draft."
msgstr "מספר הטיוטה."

msgid "Proposed"
msgstr "הוצעה"

msgid "Throw a draft away."
msgstr "להשליך טיוטה."

msgid "Take words of yours back, on every computer that holds them."
msgstr "לקחת בחזרה דברים שלך, בכל מחשב שמחזיק בהם."

msgid "The words, and your later changes to them, go from every computer as soon as it hears of it; each one says when it has done so, and `hearth erasures` shows which have. What others wrote in answer stays. It can't be undone, and it can't reach paper, exports, or what somebody has copied."
msgstr "הדברים, והשינויים המאוחרים שלך בהם, נמחקים מכל מחשב ברגע שהוא שומע על כך; כל אחד אומר מתי עשה זאת, ו־`hearth erasures` מציג אילו עשו. מה שאחרים כתבו בתשובה נשאר. לא ניתן לבטל זאת, וזה אינו מגיע אל נייר, אל ייצוא, או אל מה שמישהו העתיק."

msgid "Also take back what was written in one piece with it, as imports are."
msgstr "לקחת בחזרה גם מה שנכתב כמקשה אחת עם זה, כמו בייבוא."

msgid "Erase %1?"
msgstr "למחוק את %1?"

msgid "Nothing was erased."
msgstr "שום דבר לא נמחק."

msgid "Without a terminal to ask at, give --yes."
msgstr "בלי מסוף שניתן לשאול בו, לתת --yes."

msgid "Words that were taken back, and which computers have done it."
msgstr "דברים שנלקחו בחזרה, ואילו מחשבים עשו זאת."

msgid "Everybody's in your communities, not only yours."
msgstr "של כולם בקהילותיך, לא רק שלך."

msgid "Call people together: a kick-off, a talk, a visit to a machine."
msgstr "לקרוא לאנשים להיפגש: פתיחה, שיחה, ביקור ליד מכונה."

msgid "Call a gathering."
msgstr "לקרוא למפגש."

msgid "What it is, in a line."
msgstr "מה זה, בשורה אחת."

msgid "More words; - reads them from standard input."
msgstr "עוד מלים; - קורא אותן מן הקלט הרגיל."

msgid "When it begins, such as 2027-05-04T13:00."
msgstr "מתי זה מתחיל, כגון 2027-05-04T13:00."

msgid "When it ends."
msgstr "מתי זה נגמר."

msgid "Where."
msgstr "היכן."

msgid "How it recurs, as a rule of RFC 5545 such as FREQ=WEEKLY."
msgstr "איך זה חוזר, ככלל של RFC 5545 כגון FREQ=WEEKLY."

msgid "Rooms of an open space."
msgstr "החדרים של מרחב פתוח."

msgid "Slots of an open space."
msgstr "משבצות הזמן של מרחב פתוח."

msgid "For everybody in the workplace, not for one community."
msgstr "לכולם במקום העבודה, לא לקהילה אחת."

msgid "Called"
msgstr "נקרא מפגש"

msgid "List gatherings, newest first."
msgstr "למנות מפגשים, החדש ראשון."

msgid "No gathering here. Call one: hearth event new \"…\" --start 2027-05-04T13:00"
msgstr "אין כאן מפגש. כדי לקרוא למפגש: hearth event new \"…\" --start 2027-05-04T13:00"

msgid "Say whether you come, and how many you bring."
msgstr "לומר אם מגיעים, וכמה עוד באים."

msgid "Short code of the event."
msgstr "הקוד הקצר של האירוע."

msgid "yes, no or maybe."
msgstr "yes, no או maybe."

msgid "How many you bring."
msgstr "כמה עוד באים."

msgid "Answered"
msgstr "נשלחה תשובה:"

msgid "Give an event another time or place, or pick one where two stand."
msgstr "לתת לאירוע זמן או מקום אחר, או לבחור אחד כשיש שניים."

msgid "When it begins."
msgstr "מתי זה מתחיל."

msgid "Moved"
msgstr "הוזז"

msgid "Note who is there, also people who have no computer at work."
msgstr "לרשום מי נוכח, גם מי שאין להם מחשב בעבודה."

msgid "With --consent each of them is noted as with `hearth slip new` and gets a slip."
msgstr "עם --consent כל אחד מהם נרשם כמו עם `hearth slip new` ומקבל פתק."

msgid "Who is there, as they want to be named."
msgstr "מי נוכח, בשם הרצוי להם."

msgid "Make a slip for each of them; they agreed so: spoken, paper, card, pin or kiosk."
msgstr "ליצור פתק לכל אחד מהם; כך ניתנה הסכמתם: spoken, paper, card, pin או kiosk."

msgid "Where they work, for the slips."
msgstr "היכן הם עובדים, בשביל הפתקים."

msgid "--consent is spoken, paper, card, pin or kiosk."
msgstr "--consent הוא spoken, paper, card, pin או kiosk."

msgid "--site goes with --consent."
msgstr "--site בא עם --consent."

msgid "Checked in at"
msgstr "נרשמה נוכחות:"

msgid "Write down what was said; anybody can."
msgstr "לרשום מה נאמר; כולם יכולים."

msgid "Short code of the event or session."
msgstr "הקוד הקצר של האירוע או המושב."

msgid "The notes; - reads them from standard input."
msgstr "הרשימות; - קורא אותן מן הקלט הרגיל."

msgid "Noted in"
msgstr "נרשם אצל"

msgid "Call an event of yours off."
msgstr "לבטל אירוע שלך."

msgid "Called off"
msgstr "בוטל"

msgid "Write events as a calendar file: one, or all that you haven't declined."
msgstr "לכתוב אירועים כקובץ יומן: אחד, או כל אלה שלא דחית."

msgid "Short code of the event; all when absent."
msgstr "הקוד הקצר של האירוע; בהיעדרו, כולם."

msgid "The file to write; standard output when absent."
msgstr "הקובץ לכתיבה; בהיעדרו, הפלט הרגיל."

msgid "Put a card on the wall of an open space, give it a slot, say that you go."
msgstr "לתלות כרטיס על קיר של מרחב פתוח, לתת לו משבצת זמן, לומר שמגיעים."

msgid "Put up a card."
msgstr "לתלות כרטיס."

msgid "What you want to talk about."
msgstr "על מה רוצים לדבר."

msgid "Slot and room."
msgstr "משבצת זמן וחדר."

msgid "Put up"
msgstr "נתלה"

msgid "Give a card a slot and a room."
msgstr "לתת לכרטיס משבצת זמן וחדר."

msgid "Short code of the session."
msgstr "הקוד הקצר של המושב."

msgid "Placed"
msgstr "הושם"

msgid "Say that you go to a session; leaving it is as easy."
msgstr "לומר שמגיעים למושב; לעזוב אותו קל באותה מידה."

msgid "You don't go after all."
msgstr "בסוף לא מגיעים."

msgid "You take notes there."
msgstr "הרישום שם עליך."

msgid "Going to"
msgstr "מגיעים אל"

msgid "Try something out where it is safe to, and say what you learned."
msgstr "לנסות משהו במקום שבו זה בטוח, ולומר מה נלמד."

msgid "No one has to approve one; none ends without what was learned."
msgstr "אין צורך באישור של איש; אף ניסוי אינו נגמר בלי מה שנלמד."

msgid "Say what you want to try, what the worst is, and when to stop."
msgstr "לומר מה רוצים לנסות, מה הגרוע ביותר, ומתי לעצור."

msgid "What you want to try, in a line."
msgstr "מה רוצים לנסות, בשורה אחת."

msgid "The worst that can happen."
msgstr "הגרוע ביותר שיכול לקרות."

msgid "What makes you stop."
msgstr "מה יגרום לעצור."

msgid "When to look at it, such as 2027-07-01."
msgstr "מתי להסתכל על זה, כגון 2027-07-01."

msgid "What you expect; - reads it from standard input."
msgstr "מה הציפייה; - קורא אותה מן הקלט הרגיל."

msgid "Short code of the problem that it is for."
msgstr "הקוד הקצר של הבעיה שבשבילה הניסוי."

msgid "Planned"
msgstr "תוכנן"

msgid "List experiments, newest first."
msgstr "למנות ניסויים, החדש ראשון."

msgid "No experiment here. Plan one: hearth experiment new \"…\" --worst \"…\""
msgstr "אין כאן ניסוי. כדי לתכנן: hearth experiment new \"…\" --worst \"…\""

msgid "Say that your experiment runs."
msgstr "לומר שהניסוי שלך מתנהל."

msgid "Short code of the experiment."
msgstr "הקוד הקצר של הניסוי."

msgid "Say how your experiment ended, and what you learned."
msgstr "לומר איך הניסוי שלך נגמר, ומה נלמד."

msgid "worked, did-not, inconclusive or stopped."
msgstr "worked, did-not, inconclusive או stopped."

msgid "What you learned; - reads it from standard input."
msgstr "מה נלמד; - קורא זאת מן הקלט הרגיל."

msgid "What would have to be otherwise to try it again."
msgstr "מה צריך להשתנות כדי לנסות שוב."

msgid "What did you learn?"
msgstr "מה נלמד?"

msgid "An experiment ends with --learning \"…\", whatever came out."
msgstr "ניסוי נגמר עם --learning \"…\", ויהיה מה שיצא."

msgid "Ended with"
msgstr "הסתיים עם"

msgid "Say that an experiment of yours builds on another one."
msgstr "לומר שניסוי שלך נבנה על אחר."

msgid "Short code of the earlier experiment."
msgstr "הקוד הקצר של הניסוי הקודם."

msgid "Short code of yours."
msgstr "הקוד הקצר של שלך."

msgid "Linked"
msgstr "קושר"

msgid "Offer something to an experiment: hours, a room, material, a skill."
msgstr "להציע משהו לניסוי: שעות, חדר, חומר, מיומנות."

msgid "What you offer."
msgstr "מה מוצע."

msgid "Pledged to"
msgstr "התחייבות אל"

msgid "Take everything of a community along, as a zip file."
msgstr "לקחת את כל מה שבקהילה, כקובץ zip."

msgid "The file opens in a browser without Hearth (index.html), holds every record as a line of JSON and as Markdown, the attached files that are on this computer, and the commits as they were signed, which `hearth import` verifies and reads elsewhere. Whoever has the file can read all of it: the community's words and keys, and who belongs to the workplace."
msgstr "הקובץ נפתח בדפדפן בלי Hearth (index.html), מכיל כל רשומה כשורה של JSON וכ־Markdown, את הקבצים המצורפים שנמצאים במחשב הזה, ואת הרישומים כפי שנחתמו, ש־`hearth import` מאמת וקורא במקום אחר. מי שהקובץ בידיו יכול לקרוא את כולו: הדברים והמפתחות של הקהילה, ומי שייך למקום העבודה."

msgid "The file to write."
msgstr "הקובץ לכתיבה."

msgid "Take all communities that you are in, a file each."
msgstr "לקחת את כל הקהילות שבהן חברותך, קובץ לכל אחת."

msgid "The folder for the files of --all."
msgstr "התיקייה לקבצים של --all."

msgid "Replace a file that is there."
msgstr "להחליף קובץ קיים."

msgid "Say --all --into FOLDER, or a community and --zip FILE."
msgstr "לומר --all --into FOLDER, או קהילה וגם --zip FILE."

msgid "Say which community, and --zip FILE."
msgstr "לומר איזו קהילה, וגם --zip FILE."

msgid "%n file"
msgid_plural "%n files"
msgstr[0] "קובץ אחד"
msgstr[1] "שני קבצים"
msgstr[2] "%n קבצים"

msgid "One attached file is not in it (hearth fetch CODE brings it here):"
msgid_plural "%n attached files are not in it (hearth fetch CODE brings them here):"
msgstr[0] "קובץ מצורף אחד אינו בו (להבאתו לכאן: hearth fetch CODE):"
msgstr[1] "שני קבצים מצורפים אינם בו (להבאתם לכאן: hearth fetch CODE):"
msgstr[2] "%n קבצים מצורפים אינם בו (להבאתם לכאן: hearth fetch CODE):"

msgid "Wrote %1: %2."
msgstr "נכתב %1: %2."

msgid "Elsewhere: open index.html, or hearth import %1"
msgstr "במקום אחר: לפתוח את index.html, או hearth import %1"

msgid "%n other record"
msgid_plural "%n other records"
msgstr[0] "רשומה אחרת אחת"
msgstr[1] "שתי רשומות אחרות"
msgstr[2] "%n רשומות אחרות"

msgid "%1 is there already."
msgstr "%1 כבר קיים."

msgid "Choose another name, or add --force."
msgstr "לבחור שם אחר, או להוסיף --force."

msgid "%1 can't be written (errno %2)."
msgstr "לא ניתן לכתוב את %1 (errno %2)."

msgid "Choose a folder that you may write to."
msgstr "לבחור תיקייה שמותר לך לכתוב בה."

msgid "%1 can't be written: %2"
msgstr "לא ניתן לכתוב את %1: %2"

msgid "Is the disk full?"
msgstr "האם הדיסק מלא?"

msgid "%1 can't be replaced (errno %2)."
msgstr "לא ניתן להחליף את %1 (errno %2)."

msgid "%1 can't be read: %2"
msgstr "לא ניתן לקרוא את %1: %2"

msgid "The daemon sent commits that can't be read."
msgstr "תהליך הרקע שלח רישומים שלא ניתן לקרוא."

msgid "commits"
msgstr "רישומים"

msgid "files"
msgstr "קבצים"

msgid "The community is too large for one zip file of 4 GiB."
msgstr "הקהילה גדולה מדי לקובץ zip אחד של 4 GiB."

msgid "`hearth dump --canonical` has no such limit."
msgstr "אל `hearth dump --canonical` אין מגבלה כזאת."

msgid "Attach a file to what was written."
msgstr "לצרף קובץ למה שנכתב."

msgid "The file is copied, sealed and kept on this computer; colleagues who may read what it hangs on can fetch it. Small ones come to them by themselves. `hearth erase` with the code of the file takes it back, on every computer."
msgstr "הקובץ מועתק, נאטם ונשמר במחשב הזה; עמיתים שמותר להם לקרוא את מה שהוא מצורף אליו יכולים להביא אותו. קבצים קטנים מגיעים אליהם מעצמם. `hearth erase` עם קוד הקובץ לוקח אותו בחזרה, בכל מחשב."

msgid "Short code of the question, answer, problem, story, event, page and so on."
msgstr "קוד קצר של השאלה, התשובה, הבעיה, הסיפור, האירוע, הדף וכדומה."

"""##,
##"""
msgid "What it shall be called; the name of the file when absent."
msgstr "איך ייקרא; בהיעדרו, שם הקובץ."

msgid "Fetch an attached file from colleagues and write it to the disk."
msgstr "להביא קובץ מצורף מעמיתים ולכתוב אותו לדיסק."

msgid "It comes from all connected computers that have it at once, and every part is checked. Ctrl-C keeps what has come; the same command goes on with the rest."
msgstr "הוא מגיע בבת אחת מכל המחשבים המחוברים שיש להם אותו, וכל חלק נבדק. Ctrl-C שומר את מה שהגיע; אותה פקודה ממשיכה עם השאר."

msgid "Short code of the file."
msgstr "קוד קצר של הקובץ."

msgid "Where to: a folder, or the name of a file that isn't there; here when absent."
msgstr "לאן: תיקייה, או שם של קובץ שאינו קיים; בהיעדרו, לכאן."

msgid "Seconds to wait while nothing comes."
msgstr "כמה שניות להמתין כשדבר אינו מגיע."

msgid "%1, %2"
msgstr "%1, %2"

msgid "%1 is not all here: %2."
msgstr "%1 אינו כאן במלואו: %2."

msgid "Run it again when somebody who has it is there; what is here stays."
msgstr "להריץ שוב כשמישהו שיש לו אותו נמצא; מה שכאן נשאר."

msgid "The attached files, and how much of them is on this computer."
msgstr "הקבצים המצורפים, וכמה מהם נמצא במחשב הזה."

msgid "Say that words should not stand as they are; if enough members do, they fold."
msgstr "לומר שדברים אינם ראויים לעמוד כפי שהם; אם די חברים אומרים כך, הם מתקפלים."

msgid "Two or three members, by the size of the community, fold the version that they have flagged. Everybody can still open it; an edit by its author shows the new words. Who flagged what and why stands in the public log: hearth log COMMUNITY"
msgstr "שניים או שלושה חברים, לפי גודל הקהילה, מקפלים את הגרסה שסימנו. כולם עדיין יכולים לפתוח אותה; עריכה בידי הכותב מציגה את הנוסח החדש. מי סימן מה ומדוע כתוב ביומן הציבורי: hearth log COMMUNITY"

msgid "Short code of a question, an answer or a thank-you."
msgstr "הקוד הקצר של שאלה, תשובה או תודה."

msgid "unkind, off-topic, wrong, unsafe, threat, personal-data, advertising or other."
msgstr "unkind, off-topic, wrong, unsafe, threat, personal-data, advertising או other."

msgid "Flagged:"
msgstr "סומן:"

msgid "Take your flag back."
msgstr "לקחת בחזרה את הסימון שלך."

msgid "Short code of what you flagged, or of the flag."
msgstr "הקוד הקצר של מה שסימנת, או של הסימון."

msgid "Took back the flag on"
msgstr "נלקח בחזרה הסימון על"

msgid "Fold words at once for 72 hours, because they may do harm; once per item."
msgstr "לקפל דברים מיד ל־72 שעות, כי הם עלולים להזיק; פעם אחת לכל פריט."

msgid "It lapses by itself unless enough members flag the words."
msgstr "זה פוקע מאליו אלא אם די חברים מסמנים את הדברים."

msgid "threat, personal-data or safety."
msgstr "threat, personal-data או safety."

msgid "Lift your own blur early."
msgstr "להסיר טשטוש שלך לפני הזמן."

msgid "Give --reason, or --lift to lift your own blur."
msgstr "לתת --reason, או --lift כדי להסיר טשטוש שלך."

msgid "Lifted the blur of"
msgstr "הוסר הטשטוש של"

msgid "Blurred for 72 hours:"
msgstr "טושטש ל־72 שעות:"

msgid "The public log of a community or of the workplace: who did what, and why."
msgstr "היומן הציבורי של קהילה או של מקום העבודה: מי עשה מה, ומדוע."

msgid "A community's log tells of proposals, stances and closings, roles, flags and blurs and, where it isn't open, who let whom in and who left. The workplace's log tells who came and left, and of computers that were added or revoked."
msgstr "היומן של קהילה מספר על הצעות, עמדות וסגירות, תפקידים, סימונים וטשטושים וגם, כשאינה פתוחה, מי הכניס את מי ומי עזב. היומן של מקום העבודה מספר מי בא ומי עזב, ועל מחשבים שנוספו או בוטלו."

msgid "Short code or name of the community; the workplace's log without it."
msgstr "הקוד הקצר או השם של הקהילה; בהיעדרו, היומן של מקום העבודה."

msgid "The workplace's log, as without a community."
msgstr "היומן של מקום העבודה, כמו בלי קהילה."

msgid "How many steps at most."
msgstr "כמה צעדים לכל היותר."

msgid "Give a community, or --workplace for the log of all of it."
msgstr "לתת קהילה, או --workplace ליומן של הכול."

msgid "Let telephones on this network read the open communities."
msgstr "לתת לטלפונים ברשת הזו לקרוא את הקהילות הפתוחות."

msgid "It is off until somebody switches it on. Then everybody on this network can read, without a name, what everybody in the workplace may read, and nothing else; nobody can write. The words travel unencrypted. Where the policy of this machine says `gateway.allowed = false` it stays shut."
msgstr "הוא סגור עד שמישהו פותח אותו. אז כל מי שברשת הזו יכול לקרוא, בלי שם, מה שכל מי שבמקום העבודה רשאי לקרוא, ותו לא; איש אינו יכול לכתוב. המילים עוברות בלי הצפנה. במקום שבו המדיניות של המחשב אומרת `gateway.allowed = false` הוא נשאר סגור."

msgid "Show whether it is open, and the address as a QR code."
msgstr "להציג אם הוא פתוח, ואת הכתובת כקוד QR."

msgid "Open it now, and whenever hearthd runs."
msgstr "לפתוח אותו עכשיו, ובכל פעם ש־hearthd פועל."

msgid "It writes `[gateway] listen = true` into hearth.toml."
msgstr "נכתב `[gateway] listen = true` בתוך hearth.toml."

msgid "Shut it now, and keep it shut."
msgstr "לסגור אותו עכשיו, ולהשאיר אותו סגור."

msgid "Show the wall of an open space: slots, rooms, cards."
msgstr "להציג את הקיר של מרחב פתוח: משבצות זמן, חדרים, כרטיסים."

msgid "Make the booklet of a gathering: every session with its notes and names."
msgstr "ליצור את החוברת של מפגש: כל מושב עם הרשימות והשמות שלו."

msgid "As Markdown, or as a page for the printer if the file ends in .html."
msgstr "בתור Markdown, או כדף להדפסה אם הקובץ מסתיים ב־.html."

msgid "Make the invitation of a gathering for the printer."
msgstr "ליצור את ההזמנה למפגש להדפסה."

msgid "Its QR code puts the gathering into the calendar of a telephone."
msgstr "קוד ה־QR שלה מכניס את המפגש ליומן של טלפון."

msgid "What whoever calls people together needs on paper."
msgstr "מה שדרוש על נייר למי שקורא לאנשים להיפגש."

msgid "Write six sheets: poster, cards, script, and a page each for managers, IT and all."
msgstr "לכתוב שישה דפים: כרזה, כרטיסים, תסריט, ודף לכל אחד: מנהלים, מערכות מידע וכולם."

msgid "Short code of the gathering."
msgstr "הקוד הקצר של המפגש."

msgid "The folder to write into."
msgstr "התיקייה לכתיבה."

msgid "Name a file in a folder of yours."
msgstr "לנקוב בקובץ בתיקייה שלך."

msgid "What somebody who goes leaves to those who stay."
msgstr "מה שמי שהולך משאיר למי שנשארים."

msgid "Whoever is about to go begins it; colleagues ask up to five questions, and everybody in the workplace reads the answers."
msgstr "מי שעומד ללכת מתחיל בה; עמיתים שואלים עד חמש שאלות, וכולם במקום העבודה קוראים את התשובות."

msgid "Show what people leave to those who stay."
msgstr "להציג מה אנשים משאירים למי שנשארים."

msgid "Name or short code of the person; everybody when absent."
msgstr "השם או הקוד הקצר של האדם; בהיעדרו, כולם."

msgid "Begin your handover, so that colleagues can ask before you go."
msgstr "להתחיל את החפיפה שלך, כדי שעמיתים יוכלו לשאול לפני שתהיה עזיבה."

msgid "Whom to ask from now on; - reads it from standard input."
msgstr "את מי לשאול מעתה; - קורא זאת מן הקלט הרגיל."

msgid "Ask somebody who goes one of five questions."
msgstr "לשאול את מי שהולך אחת מחמש שאלות."

msgid "Name or short code of the person who goes."
msgstr "השם או הקוד הקצר של מי שהולך."

msgid "The question; - reads it from standard input."
msgstr "השאלה; - קורא אותה מן הקלט הרגיל."

msgid "Answer a question that a colleague asked before you go."
msgstr "לענות על שאלה ששאל עמית לפני העזיבה."

msgid "Short code of the question."
msgstr "הקוד הקצר של השאלה."

msgid "The answer; - reads it from standard input."
msgstr "התשובה; - קורא אותה מן הקלט הרגיל."

msgid "Bring what was written elsewhere into a community; read an export."
msgstr "להביא לקהילה מה שנכתב במקום אחר; לקרוא ייצוא."

msgid "A file of `hearth export` becomes a reading room: verified, readable, never synced. Reads mailboxes (mbox), Posts.xml of StackExchange (with Users.xml beside it, if there), the public channels of a Slack export (its zip file, or unpacked), a folder of Markdown files (of Obsidian, say), and tables (CSV) whose first line names the columns: title, text, author, date, tags, id, parent. Names, dates and threads are kept; importing the same twice adds nothing."
msgstr "קובץ של `hearth export` נעשה חדר קריאה: מאומת, קריא, לעולם לא מסונכרן. נקראים: תיבות דואר (mbox), הקובץ Posts.xml של StackExchange (עם Users.xml לצדו, אם ישנו), הערוצים הציבוריים של ייצוא Slack (קובץ zip או תיקייה פרוסה), תיקייה של קובצי Markdown (של Obsidian, למשל), וטבלאות (CSV) ששורתן הראשונה מונה את העמודות: title, text, author, date, tags, id, parent. שמות, תאריכים ושרשורים נשמרים; ייבוא חוזר אינו מוסיף דבר."

msgid "The archive, a file or a folder; several mailboxes are read as one."
msgstr "הארכיון, קובץ או תיקייה; כמה תיבות דואר נקראות כאחת."

msgid "Short code or name of the community; none for an export."
msgstr "הקוד הקצר או השם של הקהילה; לא דרוש לייצוא."

msgid "Name of the StackExchange site; the folder's name when absent."
msgstr "שם אתר StackExchange; בהיעדרו, שם התיקייה."

msgid "Say into which community: --community NAME."
msgstr "לומר לאיזו קהילה: --community NAME."

msgid "Only a file of `hearth export` needs none."
msgstr "רק לקובץ של `hearth export` לא דרושה קהילה."

msgid "What is new for you: answers, thanks, proposals that wait for your word."
msgstr "מה חדש בשבילך: תשובות, תודות, הצעות שמחכות לדברך."

msgid "What you have read is known to this computer alone."
msgstr "מה שקראת ידוע למחשב הזה בלבד."

msgid "List what is unread, the newest first."
msgstr "למנות מה שלא נקרא, החדש ראשון."

msgid "How many at most."
msgstr "כמה לכל היותר."

msgid "Take note that you have read something."
msgstr "לציין שקראת משהו."

msgid "The code of a question stands for everything new in it."
msgstr "הקוד של שאלה עומד במקום כל מה שחדש בה."

msgid "Short codes of news, or of what they belong to."
msgstr "הקודים הקצרים של חדשות, או של מה שהן שייכות לו."

msgid "Start fresh: everything until now counts as read."
msgstr "להתחיל מחדש: כל מה שעד עכשיו נחשב כנקרא."

msgid "Follow a question, a problem, an experiment; or hear no more of it."
msgstr "לעקוב אחר שאלה, בעיה, ניסוי; או לא לשמוע עליהם עוד."

msgid "You follow what you ask, answer and raise without doing anything; changing a word somewhere follows nothing. Without a code: what you chose."
msgstr "אחר מה ששאלת, ענית והעלית יש מעקב בלי לעשות דבר; שינוי מלה במקום כלשהו אינו מוסיף מעקב. בלי קוד: מה שבחרת."

msgid "Short code."
msgstr "קוד קצר."

msgid "Hear no more of it."
msgstr "לא לשמוע על זה עוד."

msgid "A community in twenty lines, for whoever comes new or comes back."
msgstr "קהילה בעשרים שורות, למי שבא לראשונה או חוזר."

msgid "And three small things to begin with: each is gone once it is done, nobody has to, and nobody is reminded."
msgstr "ושלושה דברים קטנים להתחיל בהם: כל אחד נעלם כשנעשה, איש אינו חייב, ולאיש לא מזכירים."

msgid "A tag; may be given several times."
msgstr "תגית; ניתן לתת כמה פעמים."

msgid "Only those in this state."
msgstr "רק אלה שבמצב הזה."

msgid "Only those with this tag."
msgstr "רק אלה שעם התגית הזאת."

msgid "Only your own."
msgstr "רק שלך."

msgid "Go on after the page that ended with this mark."
msgstr "להמשיך אחרי העמוד שנגמר בסימן הזה."

msgid "A shared terminal: who can sign in here, beginning, signing in and out."
msgstr "עמדה משותפת: מי יכול להיכנס כאן, התחלה, כניסה ויציאה."

msgid "A terminal is set up once with `hearth init --kiosk --name Canteen` and invited like a colleague. Whoever signs in gets a token for the environment variable HEARTH_SESSION; commands that have it are theirs. What is read here anybody can read who stands before it, so a terminal shows open communities only."
msgstr "עמדה מוקמת פעם אחת עם `hearth init --kiosk --name Canteen` ומוזמנת כמו עמית. מי שנכנס מקבל אסימון למשתנה הסביבה HEARTH_SESSION; פקודות שיש להן אותו הן שלו. מה שנקרא כאן יכול לקרוא כל מי שעומד לפניה, ולכן עמדה מציגה קהילות פתוחות בלבד."

msgid "The people who can sign in at this terminal."
msgstr "האנשים שיכולים להיכנס בעמדה הזאת."

msgid "Begin at this terminal with the code on a slip of paper."
msgstr "להתחיל בעמדה הזאת עם הקוד שעל פתק נייר."

msgid "A colleague makes the slip with `hearth slip new`; it is good once."
msgstr "עמית יוצר את הפתק עם `hearth slip new`; הוא תקף פעם אחת."

msgid "The code on the slip."
msgstr "הקוד שעל הפתק."

msgid "What you want to be called; the name on the slip when absent."
msgstr "השם הרצוי לך; בהיעדרו, השם שעל הפתק."

msgid "Where you work."
msgstr "מקום עבודתך."

msgid "Sign in at this terminal, with a name and a PIN or with a card."
msgstr "להיכנס בעמדה הזאת, בשם ובקוד PIN או בכרטיס."

msgid "You are signed out a while after your last command. After five wrong PINs no PIN is taken for five minutes."
msgstr "ההפעלה מסתיימת זמן מה אחרי הפקודה האחרונה שלך. אחרי חמישה קודי PIN שגויים שום קוד PIN אינו מתקבל במשך חמש דקות."

msgid "Your name or short code; not needed with a card."
msgstr "שמך או הקוד הקצר שלך; אין צורך עם כרטיס."

msgid "The code on your card; - reads it from standard input."
msgstr "הקוד שעל הכרטיס שלך; - קורא אותו מן הקלט הרגיל."

msgid "Read the PIN from this file descriptor, up to its first line feed."
msgstr "לקרוא את קוד ה־PIN ממתאר הקובץ הזה, עד סוף השורה הראשונה."

msgid "Give a name or --card, one of them."
msgstr "לתת שם או --card, אחד מהם."

msgid "PIN: "
msgstr "PIN: "

msgid "Sign out at this terminal."
msgstr "לצאת בעמדה הזאת."

msgid "Signed out. Forget the token: unset HEARTH_SESSION"
msgstr "יצאת. כדי לשכוח את האסימון: unset HEARTH_SESSION"

msgid "Choose another PIN, or none."
msgstr "לבחור קוד PIN אחר, או לוותר עליו."

msgid "Only your card signs you in now."
msgstr "מעתה רק הכרטיס שלך מכניס אותך."

msgid "Your PIN is another one now."
msgstr "קוד ה־PIN שלך הוחלף."

msgid "Make a new card; the one before opens nothing any more."
msgstr "ליצור כרטיס חדש; הקודם אינו פותח עוד דבר."

msgid "Offer to keep a key at this terminal for somebody who belongs already."
msgstr "להציע לשמור מפתח בעמדה הזאת למי שכבר שייך."

msgid "The key counts once they accept it at a computer of theirs (`hearth kiosk accept`), or once two colleagues do who compared the four words."
msgstr "המפתח תקף כשהוא מאושר במחשב של בעליו (`hearth kiosk accept`), או כשמאשרים שני עמיתים שהשוו את ארבע המלים."

msgid "Name or short code of the person."
msgstr "השם או הקוד הקצר של האדם."

msgid "Keys of terminals that wait for a word."
msgstr "מפתחות של עמדות שממתינים לאישור."

msgid "Say that a key at a terminal is yours, or a colleague's who stands there."
msgstr "לומר שמפתח בעמדה הוא שלך, או של עמית שעומד שם."

msgid "For yourself it holds at once. For a colleague two of you have to say so, and their former computers and keys are out then, as after `hearth recover`."
msgstr "לגבי עצמך זה תקף מיד. לגבי עמית נדרשים שניים, ומחשביו ומפתחותיו הקודמים בחוץ אז, כמו אחרי `hearth recover`."

msgid "No terminal offers a key for %1."
msgstr "שום עמדה אינה מציעה מפתח אל %1."

msgid "At the terminal: hearth kiosk offer %1"
msgstr "בעמדה: hearth kiosk offer %1"

msgid "Are the words the same on the terminal?"
msgstr "האם המלים זהות בעמדה?"

msgid "Choose no PIN: the card alone signs you in."
msgstr "לא לבחור קוד PIN: הכרטיס לבדו מכניס אותך."

msgid "Give --pin-fd or --no-pin, not both."
msgstr "לתת --pin-fd או --no-pin, לא שניהם."

msgid "New PIN, 4 to 12 digits: "
msgstr "קוד PIN חדש, 4 עד 12 ספרות: "

msgid "The same again: "
msgstr "אותה סיסמה שוב: "

msgid "The two PINs differ; nothing was changed."
msgstr "שני קודי ה־PIN שונים; שום דבר לא שונה."

msgid "Write a page for the printer instead, readable by you alone."
msgstr "לכתוב במקום זאת דף להדפסה, קריא לך בלבד."

msgid "Who can help, and why: what they wrote about it, and what became of that."
msgstr "מי יכול לעזור, ומדוע: מה כתבו על כך, ומה יצא מזה."

msgid "Worked out on this computer; nobody learns that you asked. Whoever has written last comes first; nobody is counted. `hearth findable no` takes yourself out."
msgstr "מחושב במחשב הזה; איש אינו יודע ששאלת. מי שכתב אחרון בא ראשון; אף אחד אינו נספר. `hearth findable no` מוציא אותך מזה."

msgid "What it is about."
msgstr "במה מדובר."

msgid "Say whether you want to be named when somebody asks who can help."
msgstr "לומר אם רצונך להיזכר כשמישהו שואל מי יכול לעזור."

msgid "What you wrote stays where it is."
msgstr "מה שכתבת נשאר במקומו."

msgid "yes or no."
msgstr "yes או no."

msgid "Colleagues find you when they ask who can help."
msgstr "עמיתים מוצאים אותך כשהם שואלים מי יכול לעזור."

msgid "Nobody is told your name when they ask who can help."
msgstr "שמך אינו נמסר לאיש כששואלים מי יכול לעזור."

msgid "What your words were good for: thanks, and what colleagues did with them."
msgstr "במה דבריך הועילו: תודות, ומה עמיתים עשו בהם."

msgid "Worked out on this computer and shown to nobody else; there is none of others."
msgstr "מחושב במחשב הזה ואינו מוצג לאיש אחר; אין כזה של אחרים."

msgid "There is a mirror of yourself only."
msgstr "יש ראי של עצמך בלבד."

msgid "Nobody here has written about it. Ask everybody: hearth ask \"…\""
msgstr "איש כאן לא כתב על כך. אפשר לשאול את כולם: hearth ask \"…\""

msgid "has left"
msgstr "כבר לא כאן"

msgid "says: %1"
msgstr "במלים אחרות: %1"

msgid "wrote before leaving: %1"
msgstr "נכתב לפני העזיבה: %1"

msgid "%n colleague thanked you."
msgid_plural "%n colleagues thanked you."
msgstr[0] "תודה הגיעה מעמית אחד."
msgstr[1] "תודות הגיעו משני עמיתים."
msgstr[2] "תודות הגיעו מן %n עמיתים."

msgid "built on by %1"
msgstr "נבנו על זה: %1"

msgid "Nothing yet. Tell a story: hearth story new \"…\""
msgstr "אין עדיין דבר. לספר סיפור: hearth story new \"…\""

msgid "Read the passphrase from this file descriptor, up to its first line feed."
msgstr "לקרוא את הסיסמה ממתאר הקובץ הזה, עד סוף השורה הראשונה."

msgid "New passphrase: "
msgstr "סיסמה חדשה: "

msgid "The two passphrases differ; nothing was changed."
msgstr "שתי הסיסמאות שונות; שום דבר לא שונה."

msgid "Take the keys and words of a sealed home out of memory."
msgstr "להוציא מן הזיכרון את המפתחות והדברים של בית אטום."

msgid "locked"
msgstr "נעול"

msgid "Open a sealed home with its passphrase."
msgstr "לפתוח בית אטום בסיסמה שלו."

msgid "The passphrase is never an argument and never in the environment. Where the session keyring keeps it nothing has to be typed."
msgstr "הסיסמה לעולם אינה ארגומנט ולעולם אינה בסביבה. כשמחזיק המפתחות של ההפעלה שומר אותה, אין צורך להקליד."

msgid "Passphrase: "
msgstr "סיסמה: "

msgid "unlocked"
msgstr "לא נעול"

msgid "Put this home under a passphrase: keys sealed, words in memory only."
msgstr "לשים את הבית הזה תחת סיסמה: מפתחות אטומים, דברים בזיכרון בלבד."

msgid "From then on hearthd starts locked and wants `hearth unlock`. Nobody can reset the passphrase. Readable files are overwritten before they are removed; flash memory may keep old blocks all the same, so seal a home before you write into it, or encrypt the disk. Restart hearthd once afterwards: one that starts with a sealed home also overwrites the memory that it gives back.\n\nWith --session-keyring a random passphrase is kept in the Secret Service of the desktop session, through the program secret-tool (package libsecret-tools): the home opens when you log in and hearthd starts. Nobody knows that passphrase, so if the keyring is lost, so is what only this computer has."
msgstr "מאז והלאה hearthd מתחיל נעול ודורש `hearth unlock`. איש אינו יכול לאפס את הסיסמה. קבצים קריאים נדרסים לפני שהם מוסרים; זיכרון הבזק עלול לשמור בכל זאת גושים ישנים, ולכן כדאי לאטום בית לפני שכותבים בו, או להצפין את הדיסק. להפעיל מחדש את hearthd פעם אחת אחר כך: מי שמתחיל בבית אטום דורס גם את הזיכרון שהוא מחזיר.\n\nעם --session-keyring סיסמה אקראית נשמרת בתוך Secret Service של הפעלת שולחן העבודה, באמצעות התוכנה secret-tool (חבילה libsecret-tools): הבית נפתח עם הכניסה למערכת ועם הפעלת hearthd. איש אינו יודע את הסיסמה הזאת, ולכן אם מחזיק המפתחות אובד, אובד גם מה שנמצא רק במחשב הזה."

msgid "Let the session keyring keep a random passphrase."
msgstr "לתת למחזיק המפתחות של ההפעלה לשמור סיסמה אקראית."

msgid "Give --session-keyring or --passphrase-fd, not both."
msgstr "לתת --session-keyring או --passphrase-fd, לא שניהם."

msgid "sealed and unlocked"
msgstr "אטום ולא נעול"

msgid "Take this home out of its passphrase: keys and words readable on the disk."
msgstr "להוציא את הבית הזה מתחת לסיסמה: מפתחות ודברים קריאים בדיסק."

msgid "open"
msgstr "פתוח"

msgid "%1 of %n commits"
msgid_plural "%1 of %n commits"
msgstr[0] "%1 מתוך רישום אחד"
msgstr[1] "%1 מתוך שני רישומים"
msgstr[2] "%1 מתוך %n רישומים"

msgid "hearthd stopped before the home was ready."
msgstr "hearthd נעצר לפני שהבית היה מוכן."

msgid "Show what this machine's policy allows."
msgstr "להציג מה מתירה המדיניות של המכונה הזאת."

msgid "Show each rule with its line, the value in force and where it comes from."
msgstr "להציג כל כלל עם שורתו, הערך שבתוקף ומהיכן הוא בא."

msgid "The policy lies in /etc/hearth/policy.toml, belongs to root and is read when hearthd starts. It governs this machine and has no word about communities."
msgstr "המדיניות נמצאת בקובץ /etc/hearth/policy.toml, שייכת ל־root ונקראת כש־hearthd מתחיל. היא מושלת במכונה הזאת ואין בה מלה על קהילות."

msgid "Read and check this machine's security log."
msgstr "לקרוא ולבדוק את יומן האבטחה של המכונה הזאת."

msgid "The log tells of pairings, keys, exports, the policy and refusals, and of nothing that anybody wrote. It never leaves this machine unless `[audit] syslog = true` hands it to the system's log."
msgstr "היומן מספר על צימודים, מפתחות, ייצוא, המדיניות וסירובים, ועל שום דבר שמישהו כתב. הוא לעולם אינו עוזב את המכונה הזאת אלא אם `[audit] syslog = true` מוסר אותו ליומן המערכת."

msgid "Show the lines of the log, oldest first."
msgstr "להציג את שורות היומן, הישנה ראשונה."

msgid "Only what is younger, such as 12h or 7d."
msgstr "רק מה שצעיר יותר, כגון 12h או 7d."

msgid "Only events of this name."
msgstr "רק אירועים בשם הזה."

msgid "%1 is no duration."
msgstr "%1 אינו משך זמן."

msgid "For example 30m, 12h or 7d."
msgstr "למשל 30m, 12h או 7d."

msgid "Check every line against the one before it; exit code 1 if one breaks."
msgstr "לבדוק כל שורה מול זו שלפניה; קוד יציאה 1 אם אחת נשברת."

msgid "The line with which the log begins, when earlier files were archived."
msgstr "השורה שבה היומן מתחיל, כשקבצים קודמים הועברו לארכיון."

msgid "The security log breaks at line %1 (%2): %3."
msgstr "יומן האבטחה נשבר בשורה %1 (%2): %3."

msgid "Compare it with an export or with the system's log."
msgstr "להשוות אותו עם ייצוא או עם יומן המערכת."

msgid "it is wrong"
msgstr "היא שגויה"

msgid "Write the log as it is, one line of JSON an event."
msgstr "לכתוב את היומן כמות שהוא, שורה של JSON לכל אירוע."

msgid "A file that isn't there yet, or - for standard output."
msgstr "קובץ שעוד אינו קיים, או - לפלט הרגיל."

msgid "%1 can't be made: %2."
msgstr "לא ניתן ליצור את %1: %2."

msgid "Name a file that isn't there yet."
msgstr "לנקוב בקובץ שעוד אינו קיים."

msgid "%n line written to %1"
msgid_plural "%n lines written to %1"
msgstr[0] "שורה אחת נכתבה אל %1"
msgstr[1] "שתי שורות נכתבו אל %1"
msgstr[2] "%n שורות נכתבו אל %1"

msgid "What is yours here."
msgstr "מה שלך כאן."

msgid "Take along all that you have written, in all communities."
msgstr "לקחת את כל מה שכתבת, בכל הקהילות."

msgid "A line of JSON each: who you are and your devices, what you follow, then every record of yours and every mark that you set, the oldest first. What you wrote into pages is in their history. With --files the files that you attached come along, those that are on this computer."
msgstr "שורה של JSON לכל אחד: זהותך ומכשיריך, מה שבמעקב, ואז כל רשומה שלך וכל סימון ששמת, הישן ראשון. מה שכתבת בדפים נמצא בהיסטוריה שלהם. עם --files באים גם הקבצים שצירפת, אלה שנמצאים במחשב הזה."

msgid "A folder for the files that you attached; it is made if need be."
msgstr "תיקייה לקבצים שצירפת; היא נוצרת אם צריך."

msgid "Replace the file if it is there."
msgstr "להחליף את הקובץ אם הוא קיים."

msgid "%n record"
msgid_plural "%n records"
msgstr[0] "רשומה אחת"
msgstr[1] "שתי רשומות"
msgstr[2] "%n רשומות"

msgid "%n mark"
msgid_plural "%n marks"
msgstr[0] "סימון אחד"
msgstr[1] "שני סימונים"
msgstr[2] "%n סימונים"

msgid "Not on this computer: %1"
msgstr "לא במחשב הזה: %1"

msgid "Write together what your community holds to be so."
msgstr "לכתוב יחד מה שהקהילה שלך חושבת לנכון."

msgid "Everybody in the community may edit a page; nothing that was written is lost."
msgstr "כולם בקהילה רשאים לערוך דף; שום דבר שנכתב אינו אובד."

"""##,
##"""
msgid "Begin a page; without a text, in your editor."
msgstr "להתחיל דף; בלי טקסט, בעורך שלך."

msgid "The title."
msgstr "הכותרת."

msgid "The text, in Markdown; - reads it from standard input."
msgstr "הטקסט, ב־Markdown; - קורא אותו מן הקלט הרגיל."

msgid "Short code of what it is made from."
msgstr "הקוד הקצר של מה שהוא עשוי ממנו."

msgid "When somebody shall look whether it is still right, such as 2027-06-01."
msgstr "מתי לבדוק אם הוא עדיין נכון, כגון 2027-06-01."

msgid "Where it is about."
msgstr "באיזה מקום מדובר."

msgid "The text is missing."
msgstr "הטקסט חסר."

msgid "Began"
msgstr "נפתח דף"

msgid "Show a page, as it is or as it was."
msgstr "להציג דף, כפי שהוא או כפי שהיה."

msgid "Short code of the page."
msgstr "הקוד הקצר של הדף."

msgid "A revision of `hearth page history`."
msgstr "גרסה מתוך `hearth page history`."

msgid "List pages, newest first."
msgstr "למנות דפים, החדש ראשון."

msgid "No page here. Begin one: hearth page new \"…\""
msgstr "אין כאן דף. כדי להתחיל: hearth page new \"…\""

msgid "Change the text of a page; without a new one, in your editor."
msgstr "לשנות את הטקסט של דף; בלי טקסט חדש, בעורך שלך."

msgid "What colleagues write meanwhile stays, and yours is merged with it."
msgstr "מה שעמיתים כותבים בינתיים נשאר, ושלך ממוזג איתו."

msgid "The whole new text; - reads it from standard input."
msgstr "כל הטקסט החדש; - קורא אותו מן הקלט הרגיל."

msgid "The new text is missing."
msgstr "הטקסט החדש חסר."

msgid "Change what stands around the text of a page."
msgstr "לשנות מה שעומד סביב הטקסט של דף."

msgid "The new title."
msgstr "הכותרת החדשה."

msgid "When somebody shall look whether it is still right."
msgstr "מתי לבדוק אם הוא עדיין נכון."

msgid "A further tag; may be given several times."
msgstr "תגית נוספת; ניתן לתת כמה פעמים."

msgid "A further source."
msgstr "מקור נוסף."

msgid "Say that you look after it."
msgstr "לומר שהדאגה לדף עליך."

msgid "Say that a page is still right today."
msgstr "לומר שדף עדיין נכון היום."

msgid "When somebody shall look again."
msgstr "מתי לבדוק שוב."

msgid "Still valid:"
msgstr "עדיין נכון:"

msgid "Everything that was written into a page, and by whom."
msgstr "כל מה שנכתב בדף, ובידי מי."

msgid "Who wrote which line of a page."
msgstr "מי כתב איזו שורה בדף."

msgid "What differs between a revision of a page and a later one."
msgstr "מה ההבדל בין גרסה של דף לגרסה מאוחרת יותר."

msgid "Another revision; the page as it is when absent."
msgstr "גרסה אחרת; בהיעדרה, הדף כפי שהוא."

msgid "Make a page what it was at a revision; that is an edit like any other."
msgstr "להחזיר דף למה שהיה בגרסה מסוימת; זו עריכה ככל עריכה."

msgid "Make a section of a page from a thread or a story, with everybody's name."
msgstr "לעשות משרשור או מסיפור פרק בדף, עם השמות של כולם."

msgid "In a terminal you work on it in your editor first."
msgstr "במסוף עובדים עליו קודם בעורך."

msgid "Short code of a question, answer, story, experiment or problem."
msgstr "הקוד הקצר של שאלה, תשובה, סיפור, ניסוי או בעיה."

msgid "Short code of the page that it goes into."
msgstr "הקוד הקצר של הדף שזה נכנס אליו."

msgid "Title of a new page for it."
msgstr "כותרת של דף חדש בשביל זה."

msgid "The community of the new page; not needed by a member of just one."
msgstr "הקהילה של הדף החדש; אין צורך כשהחברות היא באחת בלבד."

msgid "Take it as it is."
msgstr "לקחת כמות שזה."

msgid "Say where it goes: --into PAGE or --new TITLE."
msgstr "לומר לאן זה הולך: --into PAGE או --new TITLE."

msgid "Colleagues have written meanwhile: both are in the page now."
msgstr "עמיתים כתבו בינתיים: שני הדברים בדף עכשיו."

msgid "Your text is in %1."
msgstr "הטקסט שלך נמצא בקובץ %1."

msgid "Invite a colleague into your workplace with a one-time code."
msgstr "להזמין עמית למקום העבודה שלך בקוד חד־פעמי."

msgid "Both computers show four words when they have met. Compare them by voice or by eye: if they are the same, nobody is in between."
msgstr "שני המחשבים מציגים ארבע מלים כשהם נפגשים. להשוות אותן בקול או בעין: אם הן זהות, אין איש באמצע."

msgid "Join a colleague's workplace with the code that they read to you."
msgstr "להצטרף למקום העבודה של עמית בקוד שהוקרא לך."

msgid "Address of the colleague's computer, where multicast doesn't work."
msgstr "כתובת המחשב של העמית, כשהשידור המקומי אינו פועל."

msgid "Called off; the code is void."
msgstr "בוטל; הקוד אינו תקף."

msgid "Are the words the same on both screens?"
msgstr "האם המלים זהות בשני המסכים?"

msgid "hearthd said nothing about the pairing."
msgstr "hearthd לא אמר דבר על הצימוד."

msgid "One side said that the words differ; nobody was let in."
msgstr "צד אחד אמר שהמלים שונות; איש לא הוכנס."

msgid "Try again with a new code, and compare all four words."
msgstr "לנסות שוב עם קוד חדש, ולהשוות את כל ארבע המלים."

msgid "The code is void."
msgstr "הקוד אינו תקף."

msgid "Make a new one: hearth invite"
msgstr "ליצור חדש: hearth invite"

msgid "The pairing was called off."
msgstr "הצימוד בוטל."

msgid "The pairing ended before it was complete."
msgstr "הצימוד נגמר לפני שהושלם."

msgid "your colleague"
msgstr "עמיתך"

msgid "Your code, good until %1 and for one person: %2"
msgstr "הקוד שלך, תקף עד %1 ולאדם אחד: %2"

msgid "Your code, good for 10 minutes and for one person: %1"
msgstr "הקוד שלך, תקף ל־10 דקות ולאדם אחד: %1"

msgid "On the other computer: %1 %2"
msgstr "במחשב השני: %1 %2"

msgid "Looking for the computer that made this code…"
msgstr "בחיפוש אחר המחשב שיצר את הקוד הזה…"

msgid "Found each other; agreeing on keys…"
msgstr "המחשבים נפגשו; בהסכמה על מפתחות…"

msgid "These four words must be the same on the screen of %1."
msgstr "ארבע המלים האלה חייבות להיות זהות במסך של %1."

msgid "Waiting for %1 to confirm the words…"
msgstr "בהמתנה לאישור המלים אצל %1…"

msgid "The computer"
msgstr "המחשב"

msgid "This is one more computer of %1 in %2."
msgstr "זהו עוד מחשב של %1 במקום העבודה %2."

msgid "Next: hearth device list"
msgstr "הצעד הבא: hearth device list"

msgid "Your word counts: %1 is back. A second colleague has to say so too:"
msgstr "דברך נרשם: %1 כאן שוב. גם עמית שני צריך לומר זאת:"

msgid "The first colleague's word is given. A second one compares these four words:"
msgstr "דברו של העמית הראשון נאמר. עמית שני משווה את ארבע המלים האלה:"

msgid "%1 has joined %2."
msgstr "הצטרפות של %1 אל %2."

msgid "You have joined %1."
msgstr "הצטרפת אל %1."

msgid "Next: hearth community list"
msgstr "הצעד הבא: hearth community list"

msgid "Colleagues' devices: where they are, how they are, what they hold."
msgstr "מכשירי עמיתים: היכן הם, מה שלומם, מה יש בהם."

msgid "Show colleagues' devices."
msgstr "להציג מכשירי עמיתים."

msgid "Only the devices of this person, or the device of this name."
msgstr "רק המכשירים של האדם הזה, או המכשיר בשם הזה."

msgid "Keep the picture up to date until Ctrl-C."
msgstr "לעדכן את התמונה עד Ctrl-C."

msgid "Show what the peer holds."
msgstr "להציג מה יש אצל העמית."

msgid "Seconds between pictures."
msgstr "שניות בין תמונות."

msgid "--holds needs a name: hearth peers NAME --holds"
msgstr "--holds דורש שם: hearth peers NAME --holds"

msgid "--interval must be between 0.1 and 3600 seconds."
msgstr "--interval חייב להיות בין 0.1 ל־3600 שניות."

msgid "Dial an address without waiting to discover it."
msgstr "לחייג לכתובת בלי לחכות לגילוייה."

msgid "Host or address, with :PORT when it isn't the usual one."
msgstr "מארח או כתובת, עם :PORT כשאינו השער הרגיל."

msgid "configured: %1"
msgstr "הוגדרו: %1"

msgid "Forget an address that was added."
msgstr "לשכוח כתובת שנוספה."

msgid "The address as listed."
msgstr "הכתובת כפי שהיא מופיעה ברשימה."

msgid "no address is configured any more"
msgstr "אין עוד כתובת מוגדרת"

msgid "No peer is named %1."
msgstr "אין עמית בשם %1."

msgid "All peers: hearth peers"
msgstr "כל העמיתים: hearth peers"

msgid "The people of your workplace, or one of them and how they belong."
msgstr "האנשים במקום העבודה שלך, או אחד מהם וטיב שייכותו."

msgid "Name or short code of one person."
msgstr "השם או הקוד הקצר של אדם אחד."

msgid "Compare four words with a colleague face to face, and say so for all to see."
msgstr "להשוות ארבע מלים עם עמית פנים אל פנים, ולומר זאת לעיני כול."

msgid "Your colleague runs `hearth verify YOUR-NAME`; both screens show the same words."
msgstr "עמיתך מריץ `hearth verify YOUR-NAME`; שני המסכים מציגים אותן מלים."

msgid "Leave the workplace, or say that a colleague has left it."
msgstr "לעזוב את מקום העבודה, או לומר שעמית עזב אותו."

msgid "By yourself it holds at once. For somebody who is gone, two colleagues say so; three working days later anybody can confirm it, unless the person does anything meanwhile. A workplace that was founded with a door key can do it at once. Everybody sees who did it, and `hearth readmit` undoes an error."
msgstr "בעזיבה עצמית זה תקף מיד. על מי שכבר אינו כאן אומרים זאת שני עמיתים; שלושה ימי עבודה אחר כך כל אחד יכול לאשר, אלא אם האדם עשה משהו בינתיים. מקום עבודה שהוקם עם מפתח דלת יכול לעשות זאת מיד. כולם רואים מי עשה זאת, ו־`hearth readmit` מתקן טעות."

msgid "Name or short code of a colleague who has left; yourself when absent."
msgstr "השם או הקוד הקצר של עמית שעזב; בהיעדרו, עזיבה עצמית."

msgid "What becomes of your words: keep, former (a former colleague), or erase."
msgstr "מה ייעשה בדבריך: keep (להשאיר), former (עמית לשעבר) או erase (למחוק)."

msgid "One line for your colleagues: whom to ask from now on."
msgstr "שורה אחת לעמיתיך: את מי לשאול מעתה."

msgid "Confirm what two colleagues said three working days ago."
msgstr "לאשר מה ששני עמיתים אמרו לפני שלושה ימי עבודה."

msgid "File with the workplace's door key."
msgstr "קובץ עם מפתח הדלת של מקום העבודה."

msgid "--words is keep, former or erase."
msgstr "--words הוא keep, former או erase."

msgid "Give --confirm or --door-key, not both."
msgstr "לתת --confirm או --door-key, לא שניהם."

msgid "Say for all to see that %1 has left?"
msgstr "לומר לעיני כול ש־%1 כבר לא כאן?"

msgid "Nothing was said."
msgstr "לא נאמר דבר."

msgid "Go on without it?"
msgstr "להמשיך בלעדיה?"

msgid "You have not left."
msgstr "לא נרשמה עזיבה."

msgid "Say what becomes of your words."
msgstr "לומר מה ייעשה בדבריך."

msgid "Give --words keep, --words former or --words erase."
msgstr "לתת --words keep, --words former או --words erase."

msgid "Whom shall your colleagues ask from now on? One line, or none:"
msgstr "את מי ישאלו עמיתיך מעתה? שורה אחת, או כלום:"

msgid "Your words: keep them, former (no name), or erase?"
msgstr "דבריך: keep (להשאיר), former (בלי שם) או erase (למחוק)?"

msgid "That is none of keep, former and erase; you have not left."
msgstr "זה אינו keep, former או erase; לא נרשמה עזיבה."

msgid "Leave the workplace now?"
msgstr "לעזוב את מקום העבודה עכשיו?"

msgid "Who is said to have left, and what is missing."
msgstr "על מי נאמר שעזב, ומה חסר."

msgid "Vouch again for somebody who left, or was said to have left by mistake."
msgstr "לערוב מחדש למי שעזב, או שנאמר עליו בטעות שעזב."

msgid "Raise a problem, say that you have it too, and say what solved it."
msgstr "להעלות בעיה, לומר שהיא גם אצלך, ולומר מה פתר אותה."

msgid "Without a community a problem stands on the wall of the workplace, for everybody."
msgstr "בלי קהילה, בעיה עומדת על הקיר של מקום העבודה, לכולם."

msgid "Raise a problem."
msgstr "להעלות בעיה."

msgid "The problem in a line."
msgstr "הבעיה בשורה אחת."

msgid "Where it is, such as a machine or a line."
msgstr "היכן היא, כגון מכונה או קו ייצור."

msgid "Short code or name of a community; the wall of the workplace when absent."
msgstr "הקוד הקצר או השם של קהילה; בהיעדרו, הקיר של מקום העבודה."

msgid "For whom you write, who has no computer at work."
msgstr "בשם מי נכתב, כשאין לו מחשב בעבודה."

msgid "How they agreed: spoken, paper, pin or card."
msgstr "איך ניתנה הסכמתם: spoken, paper, pin או card."

msgid "Raised"
msgstr "הועלתה"

msgid "List problems, newest first: those of the wall and of all communities."
msgstr "למנות בעיות, החדשה ראשונה: אלה שעל הקיר ושל כל הקהילות."

msgid "No problem here. Raise one: hearth problem new \"…\""
msgstr "אין כאן בעיה. כדי להעלות: hearth problem new \"…\""

msgid "Say that you have the problem too, will work on it, or know something."
msgstr "לומר שהבעיה גם אצלך, שבכוונתך לעבוד עליה, או שידוע לך משהו."

msgid "Short code of the problem."
msgstr "הקוד הקצר של הבעיה."

msgid "me-too, will-work or knows."
msgstr "me-too, will-work או knows."

msgid "A line beside it."
msgstr "שורה לצד זה."

msgid "Take the mark back."
msgstr "לקחת את הסימון בחזרה."

msgid "Unmarked"
msgstr "הוסר הסימון:"

msgid "Marked"
msgstr "סומנה"

msgid "Say what solved a problem that you raised or work on."
msgstr "לומר מה פתר בעיה שהעלית או שעבדת עליה."

msgid "Short code of the answer, story or experiment that solved it."
msgstr "הקוד הקצר של התשובה, הסיפור או הניסוי שפתרו אותה."

msgid "Resolved"
msgstr "נפתרה"

msgid "Open a problem again because it is still there."
msgstr "לפתוח בעיה מחדש כי היא עדיין קיימת."

msgid "Opened again"
msgstr "נפתחה מחדש"

msgid "Leave a problem that you raised for later."
msgstr "להניח לאחר כך בעיה שהעלית."

msgid "Take it up again."
msgstr "לחזור אליה."

msgid "Taken up"
msgstr "חזרה אל"

msgid "Parked"
msgstr "הונחה בצד"

msgid "Say that a community of yours takes a problem on."
msgstr "לומר שקהילה שלך לוקחת בעיה על עצמה."

msgid "Adopted"
msgstr "אומצה"

msgid "Say that two problems are the same; both stay."
msgstr "לומר ששתי בעיות הן אותה בעיה; שתיהן נשארות."

msgid "Short code of a problem."
msgstr "הקוד הקצר של בעיה."

msgid "Short code of the other."
msgstr "הקוד הקצר של השנייה."

msgid "Put your name to a problem that somebody wrote for you."
msgstr "לשים את שמך על בעיה שמישהו כתב בשבילך."

msgid "Take your name off a problem that somebody wrote for you; the words stay."
msgstr "להסיר את שמך מבעיה שמישהו כתב בשבילך; הדברים נשארים."

msgid "It takes the code on your slip, at anybody's computer, and can't be undone."
msgstr "דרוש הקוד שעל הפתק שלך, במחשב של מישהו, ולא ניתן לבטל זאת."

msgid "Nobody can close a problem; says who resolves it."
msgstr "איש אינו יכול לסגור בעיה; אומר מי פותר אותה."

msgid "Show the problems on the wall of the workplace."
msgstr "להציג את הבעיות שעל הקיר של מקום העבודה."

msgid "The wall is empty. Raise a problem: hearth problem new \"…\""
msgstr "הקיר ריק. כדי להעלות בעיה: hearth problem new \"…\""

msgid "Propose something to a community."
msgstr "להציע משהו לקהילה."

msgid "Members ask, then consent or object. Two of them close it once the window is over or everybody has spoken; silence is no consent, and an objection stops it."
msgstr "חברים שואלים, ואז מסכימים או מתנגדים. שניים מהם סוגרים אותה כשהזמן תם או כשכולם אמרו את דברם; שתיקה אינה הסכמה, והתנגדות עוצרת אותה."

msgid "A rule for those who are members now."
msgstr "כלל למי שחברים עכשיו."

msgid "For how many days the rule holds; 180 when absent, at most 366."
msgstr "לכמה ימים הכלל תקף; בהיעדרו 180, לכל היותר 366."

msgid "The agreement that this one takes the place of."
msgstr "ההסכם שהנוכחי בא במקומו."

msgid "The community to become one with."
msgstr "הקהילה שמתאחדים איתה."

msgid "Archive the community."
msgstr "להעביר את הקהילה לארכיון."

msgid "Where the harvest of a closing community is kept."
msgstr "היכן נשמר האסיף של קהילה שנסגרת."

msgid "What a closing community leaves behind."
msgstr "מה קהילה שנסגרת משאירה אחריה."

msgid "The community where open questions of a closing one go."
msgstr "הקהילה שאליה עוברות השאלות הפתוחות של קהילה שנסגרת."

msgid "open: a listed community opens itself to everybody, with its history."
msgstr "open: קהילה גלויה נפתחת לכולם, עם ההיסטוריה שלה."

msgid "Who shall read and not write for a while."
msgstr "מי יקרא ולא יכתוב לזמן מה."

msgid "For how many days, at most 30."
msgstr "לכמה ימים, לכל היותר 30."

msgid "What was tried with the person before."
msgstr "מה נוסה עם האדם קודם."

msgid "A folded post that shall be shown again."
msgstr "הודעה מקופלת שתוצג שוב."

msgid "Other words for it than the usual ones."
msgstr "ניסוח אחר מן הרגיל."

msgid "Working days that it stays open, 1 to 20; 5 when absent."
msgstr "כמה ימי עבודה היא נשארת פתוחה, 1 עד 20; בהיעדרו 5."

msgid "Days after the window at which it shall be looked at again."
msgstr "כמה ימים אחרי תום הזמן יסתכלו עליה שוב."

msgid "Keep it on this computer until you open it: hearth proposal open NUMBER."
msgstr "לשמור אותה במחשב הזה עד שתוגש: hearth proposal open NUMBER."

msgid "Give one of --agreement, --merge-into, --close, --visibility, --set-aside, --restore."
msgstr "לתת אחד מאלה: --agreement, --merge-into, --close, --visibility, --set-aside, --restore."

msgid "Consent to a proposal: good enough for now, safe enough to try."
msgstr "להסכים להצעה: טובה דיה לעת עתה, בטוחה דיה לנסות."

msgid "Consented to"
msgstr "ניתנה הסכמה אל"

msgid "Voice a worry about a proposal; it stops nothing."
msgstr "להביע חשש לגבי הצעה; הוא אינו עוצר דבר."

msgid "Voiced a concern about"
msgstr "הובע חשש לגבי"

msgid "Object to a proposal, with a reason; it can't be adopted as it is."
msgstr "להתנגד להצעה, עם סיבה; לא ניתן לאמץ אותה כפי שהיא."

msgid "Objected to"
msgstr "הובעה התנגדות אל"

msgid "Leave a proposal to the others."
msgstr "להשאיר הצעה לאחרים."

msgid "Stood aside from"
msgstr "עמידה מן הצד לגבי"

msgid "Short code of the proposal."
msgstr "הקוד הקצר של ההצעה."

msgid "Why; - reads it from standard input."
msgstr "מדוע; - קורא זאת מן הקלט הרגיל."

msgid "Give your own proposal other words; all stances begin anew."
msgstr "לנסח אחרת הצעה שלך; כל העמדות מתחילות מחדש."

msgid "The new words; - reads them from standard input."
msgstr "הנוסח החדש; - קורא אותו מן הקלט הרגיל."

msgid "Days from now at which it shall be looked at again."
msgstr "בעוד כמה ימים יסתכלו עליה שוב."

msgid "Amended"
msgstr "נוסחה מחדש"

msgid "Ask something about a proposal, or reply to such a question."
msgstr "לשאול משהו על הצעה, או להשיב על שאלה כזאת."

msgid "Short code of the proposal, or of a question about it."
msgstr "הקוד הקצר של ההצעה, או של שאלה עליה."

msgid "The words; - reads them from standard input."
msgstr "הדברים; - קורא אותם מן הקלט הרגיל."

msgid "Asked about"
msgstr "נשאלה שאלה על"

msgid "Say what was decided on a proposal; it takes two of those whom it affects."
msgstr "לומר מה הוחלט על הצעה; דרושים שניים מאלה שהיא נוגעת להם."

msgid "Closed"
msgstr "נסגרה"

msgid "List proposals, those that are open first."
msgstr "למנות הצעות, הפתוחות ראשונות."

msgid "Only those on which there is still something to say."
msgstr "רק אלה שעוד יש מה לומר עליהן."

msgid "What a community agreed on, and until when."
msgstr "על מה הסכימה קהילה, ועד מתי."

msgid "Show a question with its answers, a community or a person."
msgstr "להציג שאלה עם תשובותיה, קהילה או אדם."

msgid "Short code or identifier."
msgstr "קוד קצר או מזהה."

msgid "Open words that members have flagged or blurred."
msgstr "לפתוח דברים שחברים סימנו או טשטשו."

msgid "List questions, newest first."
msgstr "למנות שאלות, החדשה ראשונה."

msgid "Only those without an answer."
msgstr "רק אלה שאין להן תשובה."

msgid "Find what was written by its words, in any language."
msgstr "למצוא מה שנכתב לפי המלים, בכל שפה."

msgid "Words to find."
msgstr "המלים לחיפוש."

msgid "Only in this community."
msgstr "רק בקהילה הזאת."

msgid "Only questions."
msgstr "רק שאלות."

msgid "Only answers."
msgstr "רק תשובות."

msgid "Only of this kind, such as problem, story or experiment."
msgstr "רק מן הסוג הזה, כגון problem, story או experiment."

msgid "Only by this author."
msgstr "רק מאת הכותב הזה."

msgid "Only with this tag."
msgstr "רק עם התגית הזאת."

msgid "Only at a place whose name holds this."
msgstr "רק במקום ששמו מכיל זאת."

msgid "Only from this day on, such as 2027-05-04."
msgstr "רק מן היום הזה והלאה, כגון 2027-05-04."

msgid "Only before this day."
msgstr "רק לפני היום הזה."

msgid "Give one of --questions, --answers and --kind."
msgstr "לתת אחד מאלה: --questions, --answers, --kind."

msgid "\"%1\" is no kind: %2."
msgstr "\"%1\" אינו סוג: %2."

msgid "The state of this node at a glance."
msgstr "מצב הצומת הזה במבט אחד."

msgid "Who you are to your colleagues."
msgstr "זהותך כלפי עמיתיך."

msgid "Prepare for the day on which you have lost all your computers."
msgstr "להתכונן ליום שבו יאבדו כל מחשביך."

msgid "Make a recovery sheet: 24 words that are shown once and kept on paper."
msgstr "ליצור דף שחזור: 24 מלים שמוצגות פעם אחת ונשמרות על נייר."

msgid "Whoever has the words can act as you: keep them like a door key. The words are stored nowhere; `hearth device revoke` takes a sheet's power away."
msgstr "מי שהמלים בידיו יכול לפעול בשמך: לשמור אותן כמו מפתח של דלת. המלים אינן נשמרות בשום מקום; `hearth device revoke` נוטל מדף את כוחו."

msgid "The sheet %1 is in %2."
msgstr "הדף %1 נמצא בקובץ %2."

msgid "Print it, then delete the file: whoever reads it can act as you."
msgstr "להדפיס, ואז למחוק את הקובץ: מי שקורא אותו יכול לפעול בשמך."

msgid "Give your word that a colleague who lost all computers is back on a new one."
msgstr "לתת את דברך שעמית שאיבד את כל מחשביו חזר במחשב חדש."

msgid "The first colleague gets a code: on the new computer, `hearth init --name NAME`, then `hearth join CODE`. The second one runs the same command and compares four words with `hearth whoami` on the new computer. With the second word the former computers are out."
msgstr "העמית הראשון מקבל קוד: במחשב החדש, `hearth init --name NAME`, ואז `hearth join CODE`. השני מריץ אותה פקודה ומשווה ארבע מלים עם `hearth whoami` במחשב החדש. עם הדבר השני, המחשבים הקודמים בחוץ."

msgid "hearthd said nothing about the recovery."
msgstr "hearthd לא אמר דבר על השחזור."

msgid "Are the words the same on the new computer?"
msgstr "האם המלים זהות במחשב החדש?"

msgid "Let words in that a removed computer wrote before anybody there knew."
msgstr "להכניס דברים שמחשב שהוצא כתב לפני שנודע שם על כך."

msgid "What a computer wrote after it was revoked, or after its person left, is kept by those who have it and shown to nobody. If it was written in good faith, any member may let it count; everybody sees who did. It can't be taken back. Without a name it shows what waits on this computer."
msgstr "מה שמחשב כתב אחרי שבוטל, או אחרי שבעליו עזב, נשמר אצל מי שיש לו ואינו מוצג לאיש. אם נכתב בתום לב, כל חבר רשאי לתת לו תוקף; כולם רואים מי נתן. לא ניתן לחזור מכך. בלי שם, מוצג מה שממתין במחשב הזה."

msgid "Short code or label of the computer, or the person's name."
msgstr "הקוד הקצר או התווית של המחשב, או שם האדם."

msgid "Short code or name of one community; everywhere without it."
msgstr "הקוד הקצר או השם של קהילה אחת; בהיעדרו, בכל מקום."

msgid "Say whose words: the computer's code, or the person's name."
msgstr "לומר דברים של מי: הקוד של המחשב, או שם האדם."

msgid "Let all of it count, for everybody and for ever?"
msgstr "לתת תוקף לכול, לכולם ולתמיד?"

msgid "Nothing was let in."
msgstr "שום דבר לא הוכנס."

msgid "`hearth release` shows what waits."
msgstr "`hearth release` מציג מה ממתין."

msgid "It counts now; everybody sees who let it in."
msgstr "יש לזה תוקף עכשיו; כולם רואים מי הכניס."

msgid "Ask as a colleague whom nobody can name: at a shared terminal, signed in, or for somebody with --for. Three a week."
msgstr "לשאול כעמית שאיש אינו יכול לנקוב בשמו: בעמדה משותפת, אחרי התחברות, או בשביל מישהו עם --for. שלוש בשבוע."

msgid "With --as-colleague: the colleague for whom you ask, by name or code."
msgstr "עם --as-colleague: העמית שבשבילו נשאלת השאלה, לפי שם או קוד."

msgid "--for goes with --as-colleague."
msgstr "--for בא עם --as-colleague."

msgid "Give --as-colleague or --on-behalf, not both."
msgstr "לציין --as-colleague או --on-behalf, לא את שניהם."

msgid "Asked %1 as a colleague (member of %2)."
msgstr "%1 נשאלה מאת עמית (חבר בקהילת %2)."

msgid "The code for them, shown once; whoever has it and is the one can say so: hearth reveal %1 %2"
msgstr "הקוד בשבילם, מוצג פעם אחת; מי ששאל ויש לו הקוד יכול לומר זאת: hearth reveal %1 %2"

msgid "Nobody but you can say that it was you: hearth reveal %1"
msgstr "רק לך אפשר לומר שהשאלה שלך: hearth reveal %1"

msgid "Say that you asked a question that names nobody."
msgstr "לומר ששאלה בלי שם היא שלך."

msgid "Everybody sees your name at it from then on; this can't be undone."
msgstr "מאז כולם רואים לצדה את שמך; אי אפשר להחזיר את זה לאחור."

msgid "The code on your slip, if a colleague asked for you."
msgstr "הקוד שעל הפתק, אם עמית שאל בשבילך."

msgid "Everybody sees that you asked %1."
msgstr "כולם רואים ש־%1 נשאלה בידך."

msgid "Who may do what: one verb, or the whole table of rights."
msgstr "מי רשאי במה: פעולה אחת, או כל טבלת הזכויות."

msgid "What exists for nobody ends with exit code 4 and says what there is instead."
msgstr "מה שאין לאיש מסתיים בקוד יציאה 4 ואומר מה יש במקומו."

msgid "The verb, such as flag, edit, read-private or \"close a problem\"."
msgstr "הפעולה, כגון flag, edit, read-private או \"close a problem\"."

msgid "Only for visitor, guest, member, coordinator, sponsor, it_policy or door_key."
msgstr "רק עבור visitor, guest, member, coordinator, sponsor, it_policy או door_key."

"""##,
##"""
msgid "The whole table."
msgstr "כל הטבלה."

msgid "Give a verb, or --all: hearth can flag"
msgstr "לתת פעולה, או --all: hearth can flag"

msgid "Give --all or --as, not both."
msgstr "לתת --all או --as, לא שניהם."

msgid "Says that nobody can hide the words of others, and what there is instead."
msgstr "אומר שאיש אינו יכול להסתיר דברים של אחרים, ומה יש במקום זאת."

msgid "Short code of what you would hide."
msgstr "הקוד הקצר של מה שרוצים להסתיר."

msgid "Who has which role; with --all, which roles there are."
msgstr "למי איזה תפקיד; עם --all, אילו תפקידים ישנם."

msgid "Short code or name of a community; all of yours when absent."
msgstr "הקוד הקצר או השם של קהילה; בהיעדרו, כל קהילותיך."

msgid "The roles that there are, and what each may do."
msgstr "התפקידים שישנם, ובמה כל אחד רשאי."

msgid "Give a community or --all, not both."
msgstr "לתת קהילה או --all, לא שניהם."

msgid "Take a role, ask somebody to take it, accept it, lay it down."
msgstr "לקבל תפקיד, לבקש ממישהו לקבלו, להסכים לו, להניח אותו."

msgid "Take a role for a term; others who take it too are co-holders."
msgstr "לקבל תפקיד לכהונה; אחרים שמקבלים גם הם שותפים לו."

msgid "coordinator, scribe, steward, greeter or sponsor."
msgstr "coordinator, scribe, steward, greeter או sponsor."

msgid "How long, in months of 30 days; 6 at most, 12 for a sponsor."
msgstr "לכמה זמן, בחודשים של 30 ימים; 6 לכל היותר, 12 לנותן חסות."

msgid "What you pledge."
msgstr "למה ההתחייבות."

msgid "Took the role %1:"
msgstr "התקבל התפקיד %1:"

msgid "Ask a member to take a role; it is theirs once they accept."
msgstr "לבקש מחבר לקבל תפקיד; הוא שלו ברגע שהסכים."

msgid "Name or code of the member."
msgstr "השם או הקוד של החבר."

msgid "Asked %1:"
msgstr "בקשה אל %1:"

msgid "Accept a role that you were asked to take."
msgstr "להסכים לתפקיד שהתבקשת לקבל."

msgid "Short code of the role, as hearth roles shows it."
msgstr "הקוד הקצר של התפקיד, כפי ש־hearth roles מציג אותו."

msgid "Accepted"
msgstr "התקבל"

msgid "Lay down a role of yours, at once and without a reason, or decline it."
msgstr "להניח תפקיד שלך, מיד ובלי סיבה, או לדחות אותו."

msgid "Laid down"
msgstr "הונח"

msgid "Reading rooms: communities of elsewhere that were imported from an export."
msgstr "חדרי קריאה: קהילות ממקום אחר שיובאו מייצוא."

msgid "Nobody writes in one, and it is never synced."
msgstr "איש אינו כותב בהם, והם לעולם אינם מסונכרנים."

msgid "List the reading rooms."
msgstr "למנות את חדרי הקריאה."

msgid "Search a reading room; without words, its newest questions."
msgstr "לחפש בחדר קריאה; בלי מלים, השאלות החדשות ביותר."

msgid "Name or id of the reading room."
msgstr "השם או המזהה של חדר הקריאה."

msgid "The words."
msgstr "המלים."

msgid "Show a question of a reading room with its answers."
msgstr "להציג שאלה של חדר קריאה עם תשובותיה."

msgid "Short code of a question or an answer."
msgstr "הקוד הקצר של שאלה או תשובה."

msgid "Print a reading room as text, equal to that of the community itself."
msgstr "להדפיס חדר קריאה כטקסט, זהה לזה של הקהילה עצמה."

msgid "Remove a reading room from this computer; the file stays where it is."
msgstr "להסיר חדר קריאה מן המחשב הזה; הקובץ נשאר במקומו."

msgid "No reading room here. Make one: hearth import FILE.zip"
msgstr "אין כאן חדר קריאה. כדי ליצור: hearth import FILE.zip"

msgid "%n answer"
msgid_plural "%n answers"
msgstr[0] "תשובה אחת"
msgstr[1] "שתי תשובות"
msgstr[2] "%n תשובות"

msgid "%1; all %n commit verified"
msgid_plural "%1; all %n commits verified"
msgstr[0] "%1; הרישום היחיד אומת"
msgstr[1] "%1; שני הרישומים אומתו"
msgstr[2] "%1; כל %n הרישומים אומתו"

msgid "List the files that hang on what is in a reading room."
msgstr "רשימת הקבצים המצורפים למה שבחדר קריאה."

msgid "Write a file of a reading room to the disk."
msgstr "כתיבת קובץ של חדר קריאה לדיסק."

msgid "its head can't be read"
msgstr "לא ניתן לקרוא את ראשו"

msgid "verifying %1"
msgstr "באימות %1"

msgid "its list of files can't be read"
msgstr "לא ניתן לקרוא את רשימת הקבצים שלו"

msgid "checking %1"
msgstr "בדיקת %1"

msgid "a run is cut"
msgstr "רצף אחד קטוע"

msgid "%1 can't be read."
msgstr "לא ניתן לקרוא את %1."

msgid "its end is missing"
msgstr "סופו חסר"

msgid "%1 is not as it was written"
msgstr "%1 אינו כפי שנכתב"

msgid "%1 was packed by another program"
msgstr "%1 נארז בידי תוכנה אחרת"

msgid "Zip files are read of Hearth and of Slack only; unpack all others."
msgstr "נקראים רק קובצי zip של Hearth ושל Slack; לפרוס את כל האחרים."

msgid "%1 is no whole export of Hearth: %2."
msgstr "%1 אינו ייצוא שלם של Hearth: %2."

msgid "Set this computer up for a person; starts hearthd when it isn't running."
msgstr "להתקין את המחשב הזה עבור אדם; מפעיל את hearthd אם אינו פועל."

msgid "Your name, as colleagues will read it; of a shared terminal, its place."
msgstr "שמך, כפי שעמיתים יקראו אותו; בעמדה משותפת, מקומה."

msgid "Set up a shared terminal, for people who have no computer at work."
msgstr "להתקין עמדה משותפת, למי שאין להם מחשב בעבודה."

msgid "Join a colleague's workplace with this code as well."
msgstr "גם להצטרף למקום העבודה של עמית עם הקוד הזה."

msgid "Take the words of --join for the same without asking; for tests and scripts."
msgstr "לקבל את המלים של --join כזהות בלי לשאול; לבדיקות ולתסריטים."

msgid "Found a workplace of this name as well."
msgstr "להקים גם מקום עבודה בשם הזה."

msgid "A shared terminal founds no workplace; give --join CODE."
msgstr "עמדה משותפת אינה מקימה מקום עבודה; לתת --join CODE."

msgid "Give --workplace or --join, not both."
msgstr "לתת --workplace או --join, לא שניהם."

msgid "--address goes with --join."
msgstr "--address בא עם --join."

msgid "Next: hearth join CODE"
msgstr "הצעד הבא: hearth join CODE"

msgid "Next: hearth workplace new NAME, or hearth join CODE"
msgstr "הצעד הבא: hearth workplace new NAME, או hearth join CODE"

msgid "Next: hearth invite"
msgstr "הצעד הבא: hearth invite"

msgid "Start hearthd for this home unless it runs."
msgstr "להפעיל את hearthd עבור הבית הזה, אם אינו פועל."

msgid "hearthd runs as process %1"
msgstr "hearthd פועל כתהליך %1"

msgid "hearthd was running already as process %1"
msgstr "hearthd כבר פעל כתהליך %1"

msgid "Stop hearthd of this home and wait until it has finished."
msgstr "לעצור את hearthd של הבית הזה ולחכות עד שסיים."

msgid "hearthd (process %1) has stopped"
msgstr "hearthd (תהליך %1) נעצר"

msgid "hearthd wasn't running"
msgstr "hearthd לא פעל"

msgid "Found a workplace, or show yours."
msgstr "להקים מקום עבודה, או להציג את שלך."

msgid "Found a workplace; colleagues join it with your invitations."
msgstr "להקים מקום עבודה; עמיתים מצטרפים אליו בהזמנותיך."

msgid "Name of the workplace."
msgstr "שם מקום העבודה."

msgid "Found it with a one-way door key, whose secret is written to this new file once: it can mark people as departed and nothing else."
msgstr "להקים אותו עם מפתח דלת חד־כיווני, שסודו נכתב פעם אחת לקובץ החדש הזה: הוא יכול לסמן אנשים כמי שעזבו ושום דבר אחר."

msgid "The door key is in %1; keep it apart."
msgstr "מפתח הדלת נמצא בקובץ %1; לשמור אותו בנפרד."

msgid "Show your workplace."
msgstr "להציג את מקום העבודה שלך."

msgid "Print the completion script for a shell."
msgstr "להדפיס את תסריט ההשלמה למעטפת."

msgid "bash, zsh or fish."
msgstr "bash, zsh או fish."

msgid "%1 is not one of bash, zsh and fish."
msgstr "%1 אינו אחד מאלה: bash, zsh, fish."

msgid "Begin a community that goes on from another one's past."
msgstr "להתחיל קהילה שממשיכה מעברה של אחרת."

msgid "Nobody has to agree, nothing is copied, and the other community stays as it is."
msgstr "איש אינו צריך להסכים, שום דבר אינו מועתק, והקהילה האחרת נשארת כפי שהיא."

msgid "Short code or name of the community to go on from."
msgstr "הקוד הקצר או השם של הקהילה שממשיכים ממנה."

msgid "Name of the new community."
msgstr "שם הקהילה החדשה."

msgid "Forked"
msgstr "פוצלה"

msgid "Open an archived community again, if you were ever a member."
msgstr "לפתוח מחדש קהילה שבארכיון, אם היית אי־פעם בין חבריה."

msgid "Reopened"
msgstr "נפתחה מחדש"

msgid "Bring the open questions of a closed community to the home that it chose."
msgstr "להביא את השאלות הפתוחות של קהילה סגורה אל הבית שבחרה."

msgid "Whoever closes the community last does it by the way. Doing it again brings only what has arrived since."
msgstr "מי שסוגר את הקהילה אחרון עושה זאת אגב כך. פעם נוספת מביאה רק מה שהגיע מאז."

msgid "Short code or name of the closed community."
msgstr "הקוד הקצר או השם של הקהילה הסגורה."

msgid "Which communities are quiet, and how they shall go on."
msgstr "אילו קהילות שקטות, ואיך ימשיכו."

msgid "After 60 days without a post, members are asked: go-on, rest, close or hand-over. Nothing happens by itself; closing takes a proposal."
msgstr "אחרי 60 ימים בלי הודעה נשאלים החברים: go-on (להמשיך), rest (לנוח), close (לסגור) או hand-over (להעביר הלאה). שום דבר אינו קורה מאליו; לסגירה דרושה הצעה."

msgid "Short code or name of the community to answer for."
msgstr "הקוד הקצר או השם של הקהילה שעונים לגביה."

msgid "go-on, rest, close or hand-over."
msgstr "go-on, rest, close או hand-over."

msgid "More words."
msgstr "עוד מלים."

msgid "Say how it shall go on: go-on, rest, close or hand-over."
msgstr "לומר איך תמשיך: go-on, rest, close או hand-over."

msgid "\"%1\" is none of go-on, rest, close, hand-over."
msgstr "\"%1\" אינו אחד מאלה: go-on, rest, close, hand-over."

msgid "Don't look for what is here already. Without it, --json tells what is here, writes nothing, and ends with exit code 7."
msgstr "לא לחפש מה כבר קיים. בלי זה, --json מספר מה קיים, אינו כותב דבר ומסתיים בקוד יציאה 7."

msgid "Use one of these? [%1/new]"
msgstr "להשתמש באחד מאלה? [%1/new]"

msgctxt "an answer"
msgid "new"
msgstr "חדש"

msgid "%1 by %2, %3; shares: %4"
msgstr "%1 מאת %2, %3; משותף: %4"

msgid "%1 by %2, %3, %4; shares: %5"
msgstr "%1 מאת %2, %3, %4; משותף: %5"

msgid "Here already:"
msgstr "כבר כאן:"

msgid "Who can help:"
msgstr "מי יכול לעזור:"

msgid "Slips of paper with which people without a computer begin at a terminal."
msgstr "פתקי נייר שבעזרתם אנשים ללא מחשב מתחילים בעמדה."

msgid "Note somebody who has no computer at work, and make a slip for them."
msgstr "לרשום מישהו שאין לו מחשב בעבודה, וליצור לו פתק."

msgid "Everybody in the workplace reads the name, the site and that you wrote it down; so ask them first. The slip vouches for whoever shows it at a terminal: hand it over in person."
msgstr "כולם במקום העבודה קוראים את השם, את האתר ושהרישום היה בידך; לכן לשאול קודם. הפתק ערב למי שמציג אותו בעמדה: למסור אותו אישית."

msgid "What they want to be called."
msgstr "השם הרצוי להם."

msgid "Where they work."
msgstr "היכן הם עובדים."

msgid "The people without a computer who were noted, and who has come."
msgstr "האנשים ללא מחשב שנרשמו, ומי מהם בא."

msgid "Tell what happened, so that a colleague can use it."
msgstr "לספר מה קרה, כדי שעמית יוכל להיעזר בזה."

msgid "Tell a story: the situation, what you tried, what happened, the lesson."
msgstr "לספר סיפור: המצב, מה נוסה, מה קרה, הלקח."

msgid "All parts but the title may be left out; a near miss is worth a story."
msgstr "ניתן להשמיט את כל החלקים מלבד הכותרת; גם כמעט ונפגע שווה סיפור."

msgid "The story in a line."
msgstr "הסיפור בשורה אחת."

msgid "How it was; - reads it from standard input."
msgstr "איך זה היה; - קורא זאת מן הקלט הרגיל."

msgid "What you tried."
msgstr "מה נוסה."

msgid "What happened."
msgstr "מה קרה."

msgid "What you would tell a colleague."
msgstr "מה כדאי לספר לעמית."

msgid "success, near-miss or failure."
msgstr "success, near-miss או failure."

msgid "Where it was."
msgstr "היכן זה היה."

msgid "Short code of what gave you the idea."
msgstr "הקוד הקצר של מה שנתן לך את הרעיון."

msgid "Told"
msgstr "סופר"

msgid "List stories, newest first."
msgstr "למנות סיפורים, החדש ראשון."

msgid "No story here. Tell one: hearth story new \"…\""
msgstr "אין כאן סיפור. כדי לספר: hearth story new \"…\""

msgid "Say whether an answer or a story worked for you, and where."
msgstr "לומר אם תשובה או סיפור הועילו לך, והיכן."

msgid "Yes and no stand beside each other; nothing is averaged."
msgstr "כן ולא עומדים זה לצד זה; שום דבר אינו ממוצע."

msgid "Short code of the answer or story."
msgstr "הקוד הקצר של התשובה או הסיפור."

msgid "On which machine or where."
msgstr "באיזו מכונה או היכן."

msgid "When, such as 2027-05-12."
msgstr "מתי, כגון 2027-05-12."

msgid "Noted as"
msgstr "נרשם בתור"

msgid "Suggest other words for what a colleague wrote; its author decides."
msgstr "להציע ניסוח אחר למה שעמית כתב; הכותב מחליט."

msgid "Suggest other words."
msgstr "להציע ניסוח אחר."

msgid "Short code of what you suggest them for."
msgstr "הקוד הקצר של מה שהניסוח מוצע לו."

msgid "Which part of it: title, body, lesson, …"
msgstr "איזה חלק בו: title, body, lesson, …"

msgid "Suggested"
msgstr "הוצע ניסוח"

msgid "Take suggested words over into your own, with thanks to who suggested them."
msgstr "לקבל ניסוח מוצע אל תוך דבריך, עם תודה למי שהציע."

msgid "Short code of the suggestion."
msgstr "הקוד הקצר של הצעת הניסוח."

msgid "Tell what came of it all, and confirm what others tell."
msgstr "לספר מה יצא מכל זה, ולאשר מה שאחרים מספרים."

msgid "No part has to come before another; nobody is counted."
msgstr "שום חלק אינו חייב לבוא לפני אחר; אף אחד אינו נספר."

msgid "Tell a value story."
msgstr "לספר סיפור ערך."

msgid "What was good at once."
msgstr "מה הועיל מיד."

msgid "What it may be good for."
msgstr "במה זה עשוי להועיל."

msgid "What was done with it."
msgstr "מה נעשה בזה."

msgid "What came of that."
msgstr "מה יצא מכך."

msgid "What is seen differently now."
msgstr "מה נראה אחרת עכשיו."

msgid "What it saves, as an estimate that somebody else confirms."
msgstr "כמה זה חוסך, כאומדן שמישהו אחר מאשר."

msgid "Short code of what it goes back to; may be given several times."
msgstr "הקוד הקצר של מה שזה נובע ממנו; ניתן לתת כמה פעמים."

msgid "List value stories, newest first."
msgstr "למנות סיפורי ערך, החדש ראשון."

msgid "No value story here. Tell one: hearth value new \"…\""
msgstr "אין כאן סיפור ערך. כדי לספר: hearth value new \"…\""

msgid "Confirm a value story that is about your work too."
msgstr "לאשר סיפור ערך שעוסק גם בעבודתך."

msgid "Short code of the value story."
msgstr "הקוד הקצר של סיפור הערך."

msgid "Confirmed"
msgstr "אושר"

msgid "Accept an answer to your own question; the others stay."
msgstr "לקבל תשובה לשאלה שלך; האחרות נשארות."

msgid "Short code of the answer."
msgstr "הקוד הקצר של התשובה."

msgid "%1 is no answer."
msgstr "%1 אינו תשובה."

msgid "Accepted an answer to"
msgstr "התקבלה תשובה על"

msgid "The tags of a community, and which of them mean the same."
msgstr "התגיות של קהילה, ואילו מהן זהות במובן."

msgid "Whoever looks for one tag of a group finds them all. Whoever splits two wins."
msgstr "מי שמחפש תגית אחת מקבוצה מוצא את כולן. מי שמפריד בין שתיים, דבריו גוברים."

msgid "List the tags, the most used first."
msgstr "למנות את התגיות, השימושית ביותר ראשונה."

msgid "Say that two tags mean the same."
msgstr "לומר ששתי תגיות זהות במובן."

msgid "A tag."
msgstr "תגית."

msgid "The other."
msgstr "השנייה."

msgid "Say that two tags don't mean the same after all."
msgstr "לומר ששתי תגיות בכל זאת אינן זהות במובן."

msgid "No tag here."
msgstr "אין כאן תגית."

msgid "TAG"
msgstr "תגית"

msgid "USED"
msgstr "שימושים"

msgid "SAME AS"
msgstr "כמו"

msgid "Say that two questions, or two problems, are the same; both stay."
msgstr "לומר ששתי שאלות, או שתי בעיות, הן אותו הדבר; שתיהן נשארות."

msgid "Short code of one."
msgstr "הקוד הקצר של אחת."

msgid "Sync with colleagues now, or explain why something isn't in sync."
msgstr "לסנכרן עם עמיתים עכשיו, או להסביר למה משהו אינו בסנכרון."

msgid "Sync and wait until all is in sync; exit code 6 when time runs out."
msgstr "לסנכרן ולחכות עד שהכול בסנכרון; קוד יציאה 6 כשהזמן תם."

msgid "Seconds to wait at most."
msgstr "כמה שניות לחכות לכל היותר."

msgid "hearthd stopped before all was in sync."
msgstr "hearthd נעצר לפני שהכול היה בסנכרון."

msgid "Find out why: hearth sync explain"
msgstr "כדי לברר למה: hearth sync explain"

msgid "Name one cause for each thing that isn't in sync."
msgstr "לומר סיבה אחת לכל דבר שאינו בסנכרון."

msgid "Find out why no colleague is seen, and how to mend it."
msgstr "לברר למה לא רואים אף עמית, ואיך לתקן זאת."

msgid "With --for-it: what those who answer for the machine want to know."
msgstr "עם --for-it: מה שרוצים לדעת האחראים למכונה."

msgid "Show sockets, ranges, policy, files, and what leaves this machine."
msgstr "להציג שקעים, טווחים, מדיניות, קבצים, ומה יוצא מן המכונה הזאת."

msgid "Watch what happens, until Ctrl-C."
msgstr "לצפות במה שקורה, עד Ctrl-C."

msgid "Only this kind: posted, peer, space, pairing, sync or warning."
msgstr "רק הסוג הזה: posted, peer, space, pairing, sync או warning."

msgid "There is no kind of event named %1."
msgstr "אין סוג אירוע בשם %1."

msgid "The kinds: %1."
msgstr "הסוגים: %1."

msgid "hearthd has stopped."
msgstr "hearthd נעצר."

msgid "Start it with: hearth start"
msgstr "הפעלה: hearth start"

msgid "Make the readable database anew from the log; nothing can get lost."
msgstr "ליצור מחדש את מסד הנתונים הקריא מן היומן; שום דבר אינו יכול לאבוד."

msgid "hearthd stopped before the rebuilding was complete."
msgstr "hearthd נעצר לפני שהיצירה מחדש הושלמה."

msgid "It goes on by itself when hearthd starts: hearth start"
msgstr "זה ממשיך מאליו כש־hearthd מתחיל: hearth start"

msgid "Rebuilt from %n commit"
msgid_plural "Rebuilt from %n commits"
msgstr[0] "נוצר מחדש מרישום אחד"
msgstr[1] "נוצר מחדש משני רישומים"
msgstr[2] "נוצר מחדש מן %n רישומים"

msgid "Print the replica as text that is equal on equal replicas."
msgstr "להדפיס את העותק כטקסט שזהה בעותקים זהים."

msgid "Print the canonical text; there is no other form."
msgstr "להדפיס את הטקסט הקנוני; אין צורה אחרת."

msgid "Give --canonical: hearth dump --canonical"
msgstr "לתת --canonical: hearth dump --canonical"

msgid "Why something here is as it is: the principle, and where it comes from."
msgstr "למה משהו כאן הוא כפי שהוא: העיקרון, ומניין הוא בא."

msgid "A command or a feature; all of them when absent."
msgstr "פקודה או תכונה; בהיעדרה, כולן."

msgid "Nothing is written about \"%1\"."
msgstr "לא נכתב דבר על \"%1\"."

msgid "There is: %1."
msgstr "יש: %1."

msgid "A community begins with a name and grows into what it needs: purpose, rhythm and roles come later, and nothing has to be reached first."
msgstr "קהילה מתחילה בשם וצומחת אל מה שהיא צריכה: מטרה, קצב ותפקידים באים אחר כך, ואין דבר שצריך להשיג קודם."

msgid "Whoever neither learns nor contributes where they are goes where they do; nobody has to say why."
msgstr "מי שאינו לומד ואינו תורם היכן שהוא הולך למקום שבו כן; איש אינו חייב לומר למה."

msgid "A small core, some who are active, and many at the edge is what healthy communities look like. Who only reads belongs, and is never listed."
msgstr "גרעין קטן, כמה פעילים ורבים בשוליים: כך נראות קהילות בריאות. גם מי שרק קורא שייך, ולעולם אינו מופיע ברשימה."

msgid "Whoever comes is the right people, and the agenda is what they put on the wall."
msgstr "מי שבאים הם האנשים הנכונים, וסדר היום הוא מה שהם תולים על הקיר."

msgid "Communities go through potential, coalescing, maturing, stewardship and transformation, in their own time. A program may suggest a stage; only members declare one."
msgstr "קהילות עוברות פוטנציאל, התגבשות, התבגרות, שימור והשתנות, בזמנן שלהן. תוכנה רשאית להציע שלב; רק חברים מכריזים עליו."

msgid "People become members by doing small tasks that are real."
msgstr "אנשים נעשים חברים כשהם עושים משימות קטנות ואמיתיות."

msgid "What people can do is shared by doing it together, told in stories, put into words, and tried again by others. Each step has its own form; none replaces the others."
msgstr "מה שאנשים יודעים לעשות עובר בעשייה משותפת, מסופר בסיפורים, מנוסח במלים ומנוסה שוב בידי אחרים. לכל צעד צורה משלו; אף אחד אינו מחליף את האחרים."

msgid "What peers tried and signed with their names is trusted and used; what contradicts it stands beside it."
msgstr "במה שעמיתים ניסו וחתמו עליו בשמם בוטחים ומשתמשים; מה שסותר אותו עומד לצדו."

msgid "The name on a tip is what makes people share; prizes did not, and counting people stops them."
msgstr "השם שעל העצה הוא מה שגורם לאנשים לשתף; פרסים לא גרמו, וספירת אנשים עוצרת אותם."

msgid "Ideas attract time, skill and material from whoever believes in them; nobody allots them."
msgstr "רעיונות מושכים זמן, מיומנות וחומר ממי שמאמין בהם; איש אינו מקצה אותם."

msgid "An experiment that failed and was told saves the next person the same way; so none ends without what was learned, and that appears when somebody begins the same."
msgstr "ניסוי שנכשל וסופר חוסך לאדם הבא את אותה הדרך; לכן אף אחד אינו נגמר בלי מה שנלמד, וזה מופיע כשמישהו מתחיל את אותו הדבר."

msgid "What a community is worth shows in what people do differently, told by those who have the use of it. A story may begin anywhere."
msgstr "ערכה של קהילה ניכר במה שאנשים עושים אחרת, בפי מי שנהנים ממנו. סיפור רשאי להתחיל בכל מקום."

msgid "A decision stands if nobody has a reason why it would harm; an objection is answered, not outvoted, and every rule ends by itself."
msgstr "החלטה עומדת אם לאיש אין סיבה מדוע תזיק; על התנגדות עונים, לא גוברים בהצבעה, וכל כלל נגמר מאליו."

msgid "A manager can hinder a community or help it live, and can't make it. What helps or is in the way has a name, and somebody who can change it."
msgstr "הנהלה יכולה להפריע לקהילה או לעזור לה לחיות, ואינה יכולה ליצור אותה. למה שעוזר או עומד בדרך יש שם, ויש מי שיכול לשנות אותו."

msgid "People who have the same problem find each other, name what they do, and it grows from there."
msgstr "אנשים שיש להם אותה בעיה מוצאים זה את זה, נותנים שם למה שהם עושים, ומשם זה צומח."

msgid "What organises itself needs to be clear about who it is; the rest may change."
msgstr "מה שמארגן את עצמו צריך להיות ברור לגבי זהותו; כל השאר רשאי להשתנות."

msgid "A role is a promise for a while. It carries no right that others don't have."
msgstr "תפקיד הוא הבטחה לזמן מה. אין עמו זכות שאין לאחרים."

msgid "Trust comes from people who have met; so it is people who let people in."
msgstr "אמון בא מאנשים שנפגשו; לכן אנשים הם שמכניסים אנשים."

msgid "Ask a question; without a title, in your editor."
msgstr "לשאול שאלה; בלי כותרת, בעורך שלך."

msgid "In the editor the first line is the title and the rest is the text."
msgstr "בעורך השורה הראשונה היא הכותרת והשאר הוא הטקסט."

msgid "The question in a line."
msgstr "השאלה בשורה אחת."

msgid "More words, as an option."
msgstr "עוד מלים, כאפשרות."

msgid "The question is missing."
msgstr "השאלה חסרה."

msgid "The question is empty; nothing was asked."
msgstr "השאלה ריקה; שום דבר לא נשאל."

msgid "Asked"
msgstr "נשאלה"

msgid "Answer a question; without a text, in your editor."
msgstr "לענות על שאלה; בלי טקסט, בעורך שלך."

msgid "The answer, as an option."
msgstr "התשובה, כאפשרות."

msgid "The answer is missing."
msgstr "התשובה חסרה."

msgid "The answer is empty; nothing was sent."
msgstr "התשובה ריקה; שום דבר לא נשלח."

msgid "Thank somebody for a question or an answer."
msgstr "להודות למישהו על שאלה או תשובה."

msgid "Short code of the question or answer."
msgstr "הקוד הקצר של השאלה או התשובה."

msgid "Words of thanks; - reads them from standard input."
msgstr "דברי תודה; - קורא אותם מן הקלט הרגיל."

msgid "Who is thanked; the author when absent."
msgstr "למי התודה; בהיעדרו, לכותב."

msgid "Sent thanks"
msgstr "נשלחה תודה:"

msgid "Change your own words; without new ones, in your editor."
msgstr "לשנות את דבריך; בלי חדשים, בעורך שלך."

msgid "Short code of your question, answer or community, or of yourself."
msgstr "הקוד הקצר של שאלה, תשובה או קהילה שלך, או של עצמך."

msgid "The new text; - reads it from standard input."
msgstr "הטקסט החדש; - קורא אותו מן הקלט הרגיל."

msgid "The new text, as an option."
msgstr "הטקסט החדש, כאפשרות."

msgid "The new title or name."
msgstr "הכותרת החדשה או השם החדש."

msgid "All tags from now on; may be given several times."
msgstr "כל התגיות מעתה; ניתן לתת כמה פעמים."

msgid "The new words are missing."
msgstr "הדברים החדשים חסרים."

msgid "%1 could not be started: %2."
msgstr "לא ניתן להפעיל את %1: %2."

msgid "hearthd ended at once (exit code %1).%2"
msgstr "hearthd נגמר מיד (קוד יציאה %1).%2"

msgid "All that it said is in %1."
msgstr "כל מה שאמר נמצא בקובץ %1."

msgid "hearthd was started but doesn't answer yet."
msgstr "hearthd הופעל אך עוד אינו עונה."

msgid "See %1."
msgstr "ר׳ %1."

msgid "hearthd could not be told to end."
msgstr "לא ניתן לומר ל־hearthd להיגמר."

msgid "hearthd (process %1) is still finishing its work."
msgstr "hearthd (תהליך %1) עוד מסיים את עבודתו."

msgid "Wait a little, or see %1."
msgstr "לחכות מעט, או ר׳ %1."

msgid "Nothing was restored; hearthd said why."
msgstr "שום דבר לא שוחזר; hearthd אמר למה."

"""##,
##"""
msgid "Check the file and the passphrase."
msgstr "לבדוק את הקובץ ואת הסיסמה."

msgid "Its last words:"
msgstr "דבריו האחרונים:"

msgid "The program hearthd is neither beside hearth nor in PATH."
msgstr "התוכנה hearthd אינה לצד hearth וגם לא בתוך PATH."

msgid "Put both programs into one folder."
msgstr "לשים את שתי התוכנות בתיקייה אחת."

msgid "The folder %1 can't be created."
msgstr "לא ניתן ליצור את התיקייה %1."

msgid "Check its permissions, or set HEARTH_HOME to another place."
msgstr "לבדוק את ההרשאות שלה, או לקבוע את HEARTH_HOME למקום אחר."

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

msgid "On a telephone in this building: %1"
msgstr "בטלפון בבניין הזה: %1"

msgid "and more: hearth list"
msgstr "ועוד: hearth list"

msgid "It was quiet. Ask something: hearth ask \"…\""
msgstr "היה שקט. אפשר לשאול משהו: hearth ask \"…\""

msgid "To answer: hearth show CODE, or write the code and your words on a slip."
msgstr "כדי לענות: hearth show CODE, או לכתוב את הקוד ואת הדברים על פתק."

msgid "%1, issue %2"
msgstr "%1, גיליון %2"

msgid "None was given out yet: hearth digest --issue"
msgstr "עוד לא יצא אף אחד: hearth digest --issue"

msgid "%1 to %2"
msgstr "%1 עד %2"

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

msgid "Attached %1 to %2: %3, %4"
msgstr "צורף %1 אל %2: %3, %4"

msgid "%1 is in %2 (%3)"
msgstr "%1 נמצא במקום %2 (%3)"

msgid "No files are attached; %1 on this computer."
msgstr "אין קבצים מצורפים; %1 במחשב הזה."

msgid "on %1, by %2, %3"
msgstr "על %1, מאת %2, %3"

msgid "%n file, %1 on this computer."
msgid_plural "%n files, %1 on this computer."
msgstr[0] "קובץ אחד, %1 במחשב הזה."
msgstr[1] "שני קבצים, %1 במחשב הזה."
msgstr[2] "%n קבצים, %1 במחשב הזה."

msgid "%n more file hangs on nothing; kept for a day."
msgid_plural "%n more files hang on nothing; kept for a day."
msgstr[0] "עוד קובץ אחד אינו מצורף לדבר; נשמר ליום."
msgstr[1] "עוד שני קבצים אינם מצורפים לדבר; נשמרים ליום."
msgstr[2] "עוד %n קבצים אינם מצורפים לדבר; נשמרים ליום."

msgctxt "a file"
msgid "%1 (%2)"
msgstr "%1 (%2)"

msgid "sound"
msgstr "קול"

msgid "sound, %1 s"
msgstr "קול, %1 שנ׳"

msgid "sound, %1 min %2 s"
msgstr "קול, %1 דק׳ %2 שנ׳"

msgid "picture"
msgstr "תמונה"

msgid "picture, %1 × %2"
msgstr "תמונה, %1 × %2"

msgid "With %1: %2, %3"
msgstr "עם %1: %2, %3"

msgid "here"
msgstr "כאן"

msgid "%1 of %2 chunks; %3"
msgstr "%1 מתוך %2 חלקים; %3"

msgid "nobody who is connected has it"
msgstr "אין אותו לאיש מן המחוברים"

msgid "%1's %2 has it"
msgstr "הוא נמצא אצל %1, במכשיר %2"

msgid "%1's %2 has some of it"
msgstr "חלק ממנו נמצא אצל %1, במכשיר %2"

msgid "%1's %2 and %3 more have it"
msgstr "הוא נמצא אצל %1, במכשיר %2, ואצל עוד %3"

msgid "%1's %2 and %3 more have some of it"
msgstr "חלק ממנו נמצא אצל %1, במכשיר %2, ואצל עוד %3"

msgid "The gateway is shut: no telephone can read here."
msgstr "השער סגור: שום טלפון אינו יכול לקרוא כאן."

msgid "Open it with: hearth gateway on"
msgstr "לפתיחה: hearth gateway on"

msgid "The gateway is being opened: look again with hearth gateway"
msgstr "השער נפתח כעת; לבדיקה חוזרת: hearth gateway"

msgid "The gateway is open on TCP port %1."
msgstr "השער פתוח בפורט TCP %1."

msgid "This computer has no address on a local network now."
msgstr "למחשב הזה אין כרגע כתובת ברשת מקומית."

msgid "Everybody on this network can read the open communities there, without a name. Nobody can write, and the words travel unencrypted."
msgstr "כל מי שברשת הזו יכול לקרוא שם את הקהילות הפתוחות, בלי שם. איש אינו יכול לכתוב, והמילים עוברות בלי הצפנה."

msgid "Shut it with: hearth gateway off"
msgstr "לסגירה: hearth gateway off"

msgid "No handover here. Before you go: hearth handover start"
msgstr "אין כאן חפיפה. לפני העזיבה: hearth handover start"

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

msgid "Nobody can sign in here yet. With a slip: hearth kiosk begin CODE"
msgstr "עוד אין מי שיכול להיכנס כאן. עם פתק: hearth kiosk begin CODE"

msgid "SIGNS IN WITH"
msgstr "כניסה עם"

msgid "NEWS"
msgstr "חדשות"

msgid "PIN or card"
msgstr "PIN או כרטיס"

msgid "PIN"
msgstr "PIN"

msgid "card"
msgstr "כרטיס"

msgid "nothing"
msgstr "כלום"

msgid "put out"
msgstr "הוצא"

msgid "waits for a word: %1"
msgstr "ממתין לאישור: %1"

msgid "no PIN until %1"
msgstr "ללא PIN עד %1"

msgid "ready"
msgstr "מוכן"

msgid "%1 is signed in"
msgstr "כניסה: %1"

msgid ", until %n seconds after the last command."
msgid_plural ", until %n seconds after the last command."
msgstr[0] ", עד שנייה אחת אחרי הפקודה האחרונה."
msgstr[1] ", עד שתי שניות אחרי הפקודה האחרונה."
msgstr[2] ", עד %n שניות אחרי הפקודה האחרונה."

msgid "For the commands that follow:"
msgstr "לפקודות הבאות:"

msgid "The card of %1 is in %2. Print it, then delete the file."
msgstr "הכרטיס של %1 נמצא בקובץ %2. להדפיס, ואז למחוק את הקובץ."

msgid "The card of %1: %2"
msgstr "הכרטיס של %1: %2"

msgid "Write it down now: it is shown this once and kept nowhere."
msgstr "יש לכתוב אותו עכשיו: הוא מוצג רק הפעם ואינו נשמר בשום מקום."

msgid "The key counts once these four words were compared:"
msgstr "המפתח תקף אחרי השוואת ארבע המלים האלה:"

msgid "(at a computer of %1, or of two colleagues)"
msgstr "(במחשב של %1, או של שני עמיתים)"

msgid "Noted %1 as %2."
msgstr "%1 נרשם בתור %2."

msgid "The slip is in %1. Print it, then delete the file."
msgstr "הפתק נמצא בקובץ %1. להדפיס, ואז למחוק את הקובץ."

msgid "The slip for %1: %2"
msgstr "הפתק בשביל %1: %2"

msgid "Whoever shows it at a terminal is %1, by your word: hand it over in person."
msgstr "מי שמציג אותו בעמדה הוא %1, על פי דברך: למסור אישית."

msgid "Nobody was noted."
msgstr "איש לא נרשם."

msgid "SITE"
msgstr "אתר"

msgid "NOTED BY"
msgstr "נרשם בידי"

msgid "NOTED"
msgstr "נרשם"

msgid "CAME AS"
msgstr "בא בשם"

msgid "(taken off)"
msgstr "(הוסר)"

msgid "No key waits for a word."
msgstr "אין מפתח ממתין לאישור."

msgid "%1 at %2: %3"
msgstr "%1 בעמדה %2: %3"

msgid "(%1 said yes)"
msgstr "(אישור מאת %1)"

msgid "%1 keeps a key for %2. Its screen shows:"
msgstr "%1 שומרת מפתח בשביל %2. על המסך שלה:"

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

msgid "at rest"
msgstr "במנוחה"

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

"""##,
##"""
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

msgid "known, no neighbour"
msgstr "מוכר, לא שכן"

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

msgid "first"
msgstr "ראשון"

msgid "%1 (this one)"
msgstr "%1 (זה)"

msgid "computer"
msgstr "מחשב"

msgid "paper"
msgstr "נייר"

msgid "terminal"
msgstr "עמדה"

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

msgid "let in by %1"
msgstr "בהכנסת %1"

msgid "one more computer %1"
msgstr "עוד מחשב %1"

msgid "one more computer"
msgstr "עוד מחשב"

msgid "a key at a shared terminal %1"
msgstr "מפתח בעמדה משותפת %1"

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

msgid "%1 gave their word that %2 is back on the computer %3."
msgstr "על פי דברי %1, המחשב %3 הוא החזרה של %2."

msgid "`hearth whoami` on the new computer must show these four words."
msgstr "`hearth whoami` במחשב החדש חייב להציג את ארבע המלים האלה."

msgid "(collapsed question)"
msgstr "(שאלה מקופלת)"

msgid "asks the same: %1"
msgstr "אותה שאלה: %1"

msgid "No answer yet"
msgstr "אין תשובה עדיין"

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

msgid "The slip for them, shown once: %1  (hearth claim %2 %3)"
msgstr "הפתק בשבילם, מוצג פעם אחת: %1  (hearth claim %2 %3)"

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

msgid "Slip for %1"
msgstr "פתק בשביל %1"

msgid "Noted by %1"
msgstr "נרשם בידי %1"

msgid "The code as text"
msgstr "הקוד כטקסט"

msgid "Show it once at a shared terminal to begin under your own name, or to put your name to what was written for you. Until then keep it like a key."
msgstr "להציג אותו פעם אחת בעמדה משותפת כדי להתחיל בשמך, או כדי לשים את שמך על מה שנכתב בשבילך. עד אז לשמור אותו כמו מפתח."

msgid "Card of %1"
msgstr "כרטיס של %1"

msgid "Signs you in at the terminal that printed it. Keep it like a key; if it is lost, sign in with your PIN and make another one: the old one opens nothing then."
msgstr "מכניס אותך בעמדה שהדפיסה אותו. לשמור אותו כמו מפתח; אם אבד, להיכנס בקוד PIN וליצור אחר: הישן אינו פותח אז דבר."

msgid "you"
msgstr "זהות"

msgid "nobody yet"
msgstr "אף אחד עדיין"

msgid "this device"
msgstr "המכשיר הזה"

msgid "workplace"
msgstr "מקום עבודה"

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

msgid "(shared terminal)"
msgstr "(עמדה משותפת)"

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
msgid "suggestion"
msgstr "הצעת ניסוח"

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
msgid "decided"
msgstr "הוחלט"

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
msgid "inspired by"
msgstr "בהשראת"

msgctxt "a field"
msgid "knows"
msgstr "יודעים משהו"

msgctxt "a field"
msgid "looks after"
msgstr "דואגים לו"

msgctxt "a field"
msgid "me too"
msgstr "גם אצלי"

msgctxt "a field"
msgid "of"
msgstr "של"

msgctxt "a field"
msgid "on behalf"
msgstr "בשם"

msgctxt "a field"
msgid "parked"
msgstr "הונחה בצד"

msgctxt "a field"
msgid "pledge"
msgstr "התחייבות"

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
msgid "resolution"
msgstr "פתרון"

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
msgid "series"
msgstr "סדרה"

msgctxt "a field"
msgid "settled"
msgstr "הוסדר"

msgctxt "a field"
msgid "site"
msgstr "אתר"

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
msgid "started"
msgstr "התחיל"

msgctxt "a field"
msgid "still there"
msgstr "עוד קיימת"

msgctxt "a field"
msgid "still valid"
msgstr "עוד תקף"

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
msgid "until"
msgstr "עד"

msgctxt "a field"
msgid "will work"
msgstr "יעבדו על זה"

msgctxt "a field"
msgid "withdrawn"
msgstr "נמשך בחזרה"

msgctxt "a value"
msgid "maybe"
msgstr "אולי"

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

msgid "Show the code as a QR code, too (default: on a terminal that is wide enough)."
msgstr "להציג את הקוד גם כקוד QR (ברירת המחדל: במסוף רחב דיו)."

msgid "Give --qr or --json, not both."
msgstr "לתת --qr או --json, לא שניהם."

msgid "The terminal has %1 columns; the QR code needs %2."
msgstr "במסוף יש %1 עמודות; קוד ה־QR דורש %2."

msgid "Make the terminal wider, or leave --qr out."
msgstr "להרחיב את המסוף, או להשמיט את --qr."

msgid "\"%1\" is no date."
msgstr "\"%1\" אינו תאריך."

msgid "Write it as 2027-05-04, or with a time as 2027-05-04T13:00."
msgstr "לכתוב אותו כך: 04.05.2027, או עם שעה כך: 04.05.2027 13:00."

msgid "The file descriptor %1 can't be read."
msgstr "לא ניתן לקרוא את מתאר הקובץ %1."

msgid "For example: hearth unlock --passphrase-fd 3 3< passphrase.txt"
msgstr "למשל: hearth unlock --passphrase-fd 3 3< passphrase.txt"

msgid "There is no terminal to type the passphrase on."
msgstr "אין מסוף להקליד בו את הסיסמה."

msgid "Give it with --passphrase-fd: hearth unlock --passphrase-fd 3 3< FILE"
msgstr "לתת אותה עם --passphrase-fd: hearth unlock --passphrase-fd 3 3< FILE"

msgid "The terminal can't be made silent."
msgstr "לא ניתן להשתיק את המסוף."

msgid "A passphrase is text of at most %1 bytes."
msgstr "סיסמה היא טקסט של %1 בתים לכל היותר."

msgid "The passphrase is empty."
msgstr "הסיסמה ריקה."

msgid "Name a file that doesn't exist yet, in a folder of yours."
msgstr "לנקוב בקובץ שעוד אינו קיים, בתיקייה שלך."

msgid "%1 can't be read: %2."
msgstr "לא ניתן לקרוא את %1: %2."

msgid "Others could read %1."
msgstr "אחרים יכולים לקרוא את %1."

msgid "Run: chmod go-rwx %1"
msgstr "להריץ: chmod go-rwx %1"

msgid "Type the %1 words of your recovery sheet:"
msgstr "להקליד את %1 המלים של דף השחזור שלך:"

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

msgid "The text is larger than %1 bytes."
msgstr "הטקסט גדול מ־%1 בתים."

msgid "[y/N]"
msgstr "[כ/ל]"

msgctxt "an answer"
msgid "y"
msgstr "כ"

msgctxt "an answer"
msgid "yes"
msgstr "כן"

msgid "Give it as an argument, or - to read it."
msgstr "לתת אותו כארגומנט, או - כדי לקרוא אותו."

msgid "No temporary file could be made."
msgstr "לא ניתן ליצור קובץ זמני."

msgid "The editor ended with an error; nothing was sent."
msgstr "העורך נגמר בשגיאה; שום דבר לא נשלח."

msgid "The text is not valid UTF-8."
msgstr "הטקסט אינו UTF-8 תקין."

msgid "Run the node of this home in the foreground."
msgstr "הרצת הצומת של הבית הזה בחזית."

msgid "With systemd: systemctl --user enable --now hearthd.socket"
msgstr "עם systemd: systemctl --user enable --now hearthd.socket"

msgid "It finds colleagues' nodes on the local network, keeps a full replica, and answers the command `hearth` on a Unix socket that only you can open. Stop it with Ctrl-C or SIGTERM: it says goodbye to its peers first."
msgstr "הוא מוצא צמתים של עמיתים ברשת המקומית, שומר עותק מלא, ועונה לפקודה `hearth` בשקע Unix שרק לך מותר לפתוח. עצירה: Ctrl-C או SIGTERM; קודם הוא נפרד מהעמיתים."

msgid "It refuses to start if /etc/hearth/policy.toml can't be read, could be written by others than root, or forbids what hearth.toml says (exit code 4)."
msgstr "הוא מסרב להתחיל אם לא ניתן לקרוא את /etc/hearth/policy.toml, אם לא רק root יכול לכתוב בו, או אם הוא אוסר את מה שכתוב ב־hearth.toml (קוד יציאה 4)."

msgid "Least level to log: trace, debug, info, notice, warning or error."
msgstr "הדרגה הנמוכה ביותר שנרשמת: trace, debug, info, notice, warning או error."

msgid "A further policy file; with the machine's own, the stricter rule holds."
msgstr "קובץ מדיניות נוסף; לצד זה של המחשב, הכלל המחמיר קובע."

msgid "Put a backup into this empty home, and end."
msgstr "להכניס גיבוי לבית הריק הזה ולסיים."

msgid "Where --restore reads the passphrase, up to the first line feed."
msgstr "מאיפה --restore קורא את הסיסמה, עד סוף השורה הראשון."

msgid "1 file"
msgid_plural "%n files"
msgstr[0] "קובץ אחד"
msgstr[1] "שני קבצים"
msgstr[2] "%n קבצים"

msgid "hearthd: restored %1, %2 bytes"
msgstr "hearthd: שוחזרו %1, %2 בתים"

msgid "\"%1\" is no log level."
msgstr "\"%1\" אינו דרגת רישום."

"""##
]
}
