/** The 40 sessions of the camp that is under way, the most wanted first. */

export const HARBOUR = `
discuss    | What are you letting the machines write? | Honest answers only. Drafts, minutes, alt text, apologies. | no_names screen
share      | One form, 31 questions fewer | We printed every question and asked who reads the answer. | screen
went_wrong | We emailed everybody, and I mean everybody | 61,000 people, one empty draft, and the reply we are proud of. | no_names
help       | My director only believes dashboards | I have stories. What do I draw so that they are heard? | screen
discuss    | Being the only digital person in the building | You are also the printer person. Come and be among friends. | pair
share      | The day the phones went down and the website held | A hospital, a harbour and a page of plain HTML. | screen
went_wrong | The rebrand nobody asked for | It lasted eleven weeks. Here is the invoice, and the lesson. | no_names
discuss    | When people are angry and they are right | Housing repairs, mostly. What can words do, and what can they not? |
help       | How do I get policy people to test anything? | They agree warmly, and then it is Friday. | with_me
share      | Blue badges, from nine weeks to six days | Mostly by asking the doctors less. | step_free
discuss    | Do we need an app? | No. But let us practise saying it. |
share      | Subtitles on everything by teatime | A tiny team, a foot pedal and a rota. | screen
help       | Writing about a drowning, with the family in mind | Coastguard, council and local news in one room, gently. | no_notes quiet pair
went_wrong | The survey that told us what we wanted to hear | How to notice, before the committee does. |
discuss    | The eleven people who answer every consultation | We know them by name. Who is missing? |
share      | Weather warnings people act on | Swap the colour for the thing to do. It worked in two valleys. | screen
help       | Closing a library without lying about it | It is decided. The next six weeks are ours to get right. | no_names
discuss    | How long should a web page live? | Bring something you published in 2013. |
share      | Plain words for court letters | Fewer people turned up on the wrong day. | pair
help       | Nobody owns our search results | Somebody has to choose the synonyms for “tip”. | screen
discuss    | Dogs, drones and other beach arguments | Byelaws in ninety characters. |
share      | A style guide people steal from each other | Ours began in Cornwall and is now in five councils. |
went_wrong | A hashtag, a rugby crowd and a long weekend | We read it without the capital letters. Too late. |
help       | Translating, when the budget is a friend called Agnieszka | She is very kind. It cannot go on. | with_me
discuss    | Elected members and the group chat | Where does a decision live now? | unlisted
share      | Recruiting lifeboat cooks, and other odd jobs | Adverts that sound like the person you would work with. |
discuss    | Who gets to say sorry? | Legal, the leader or the person who did it. | no_names
help       | Data protection for people who take photographs | I have a form. I do not understand my form. |
share      | A font, a ferry timetable and 300 grateful pensioners | Bigger, darker, shorter. | screen
discuss    | Four generations in one open-plan office | Letters, calls, chat, and whatever Ellis uses. |
went_wrong | Our tone of voice was somebody’s ex-husband | An odd story about where style guides come from. | no_names
help       | Making a decision log that people will fill in | Ours is beautiful and has one entry. | wish
share      | Talking to boat people about the census | They move. So did we. |
discuss    | Hope as a communications plan | What does good news sound like when nobody trusts it? |
help       | Teaching forms to a team that loves documents | They attach them. They attach them to the forms. |
share      | Tide times on a lamp post | A low-tech sign that did more than our alert service. |
discuss    | Menopause, uniforms and the photo library | What we show and what people wear to work. | quiet
help       | A tone check for night shift managers | Two lines of feedback at 3am, without upsetting anybody. | for_me
share      | Radio, still | A fishing town gets its news at five to six. We are on it. |
discuss    | A turn around the harbour wall | For anybody who has had enough chairs. | step_free
`;
