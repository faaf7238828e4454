/** The 43 pitches of the camp that is pitching, the most wanted first, and one that became part of the one above it. */

export const CANAL = `
went_wrong | We closed the wrong swimming pool | On the website, for four days in August. What the apology taught us. | no_names
help       | How do you tell a councillor their video is bad? | He is very proud of it and wants it out by Thursday. | no_names
share      | The page that halved our calls about bins | A postcode box, a date, and no photographs of bins. | screen
discuss    | Letting the intranet die | What if we just stopped, and saw who noticed? |
went_wrong | The chatbot that promised everybody a new kitchen | Eleven tenants took it at its word. So did the local paper. | screen
discuss    | When the minister announces it before you do | You read it on your phone at breakfast. What are the first three things? | no_names pair
help       | My chief executive wants a podcast | Talk me out of it, or talk me through it. | with_me
share      | Flood at 4am: our first sixty minutes | A fire service, a county and one shared document that held. | pair screen
discuss    | Rumours on the residents’ group: reply, ignore or turn up? | We have tried all three. Bring yours. |
help       | 9,000 web pages, two people, one spreadsheet | We have until March. Show me how you chose what to bury. | screen
share      | Council tax letters for a reading age of nine | Before, after, and how legal came round. | screen
discuss    | What would we stop doing if nobody was watching? | Everybody brings one thing they would quietly drop. |
went_wrong | A consultation with eleven replies, six from staff | And one of those was me. |
help       | How do we tell people their council is merging? | Four councils, one new name, and a great deal of feeling about lorries. |
discuss    | Abuse in the comments: what do we owe the person reading them? | Rotas, rules, and who you ring on a Sunday. | no_names quiet
share      | Sign language in the briefing, every time | What it costs, who to book and where they should stand. | screen step_free
help       | Saying no to posters | A kind way. I have nineteen requests for the same noticeboard. |
help       | Posters, leaflets and pop-up banners that nobody needs | How do you say it without starting a war? Bring the one you lost. | same
share      | Vaccines, mosques and minibuses | Messages that travelled because the people carrying them were trusted. |
discuss    | Is the press release dead, or only resting? | The local paper has two reporters left and we still write six a week. |
went_wrong | The QR code on the back of the bus | It led nowhere for a month. The bus never stopped, so nobody knew. |
share      | Filming on a ward without getting in the way | Consent, quiet shoes and asking the ward clerk first. | screen
help       | Real people in our photographs | Ours show a handshake from 2011. Who do you ask, and how do you ask? | with_me
discuss    | Three press officers at one cordon | Who says what, in which order, and who tells the family first. | no_notes pair
share      | Getting finance to write their own pages | It took biscuits and a style guide of one page. |
went_wrong | A Welsh slogan that nobody Welsh had read | Now somebody does. Come and learn to spot yours. | screen
help       | How honest can we be about the cuts? | Residents can tell. So can the people who wrote the budget. | no_names
share      | User research in a library queue | Five people, fifteen minutes, one finding you can use on Monday. |
discuss    | Should we still be on that network? | Bring your numbers and your conscience. |
help       | Alt text for a planning map | It has forty-one layers and a deadline. | screen
share      | A content calendar with nothing in it | We planned the gaps first. It has been the calmest year. |
discuss    | The out-of-hours phone | Who looks after the person holding it? | no_names quiet
went_wrong | The snow day that closed a school by mistake | One tick box, 412 texts and a very good head teacher. |
help       | Young people and public meetings | Do we bring them to it, or it to them? | for_me
share      | Letting highway engineers answer for themselves | Potholes, in their own words. Complaints went down. |
discuss    | New starters who have never met the team | How do you learn the job when nobody overhears you? | with_me
share      | Letters that foster carers keep | Same facts, different first line. |
help       | One calendar for nine departments | Everybody agrees it should exist. That is as far as we have got. |
discuss    | Do people want a newsletter, or fewer surprises? | Opening rates are up. I am still not sure. |
share      | A service map drawn by the people on the phones | They knew all along. We gave them a long roll of paper. |
help       | Somebody explain preference centres | I have nodded in three meetings now. | wish
discuss    | Working for members who do not speak to each other | What goes in the joint statement? | unlisted
share      | Knitting the town: a campaign in wool | It began as a joke and filled the high street. | for_me
discuss    | A walk by the canal, with no agenda | Twenty minutes on the level, talking about nothing much. | step_free
`;
