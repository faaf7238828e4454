/**
 * Names for the people of the demo camps, of many origins. First and last names are drawn from the same row most of
 * the time.
 */
import type { Random } from "#domain/agenda/random.ts";

const ROWS: readonly { share: number; first: string; last: string }[] = [
  {
    share: 44,
    first:
      "Alison Andrew Beth Callum Carole Chris Claire Colin Daniel Darren Emily Fiona Gareth Gemma Graham Hannah Helen Jack Jo Joanne Karen Katie Kevin Laura Liz Lucy Mark Michelle Nicola Paul Rachel Rebecca Rob Ruth Sally Sam Simon Steph Tom Wendy",
    last: "Appleby Ashworth Barlow Bell Bennett Booth Bradshaw Carter Chapman Clarke Dawson Dobson Ellis Fletcher Gibson Greenwood Hargreaves Hartley Hodgson Holt Hughes Kirk Lister Marsh Metcalfe Naylor Parkin Pickering Reed Rowley Sharp Sutcliffe Thackray Turner Walker Whitfield Wood Wright",
  },
  {
    share: 9,
    first: "Siân Rhys Carys Gethin Llŷr Nia Ffion Huw Bronwen Dafydd Angharad Tomos",
    last: "Pritchard Bevan Griffiths Llewellyn Probert Vaughan Gwynne Rhydderch Lloyd ap_Dafydd",
  },
  {
    share: 9,
    first: "Eilidh Morag Ruaridh Catrìona Fergus Aoife Niamh Seán Róisín Ciarán Mairéad Iain",
    last: "Sinclair MacLeod Ó_Briain Gallagher Drummond Kerr Ní_Dhónaill Farquhar Doherty Muir",
  },
  {
    share: 14,
    first:
      "Priya Imran Aisha Harpreet Nasreen Arjun Meera Bilal Sunita Tariq Gurdeep Shazia Rohan Farzana Anil Zainab",
    last: "Nair Hussain Kaur Begum Patel Chaudhary Mistry Iqbal Sandhu Rahman Desai Malik Bhatt Ahmed",
  },
  {
    share: 9,
    first: "Oluwaseun Ama Kwame Ngozi Tendai Folasadé Chidi Abena Yaw Marcia Delroy Shanice Kofi Temitọpẹ",
    last: "Adeyemi Boateng Okafor Mensah Moyo Campbell Ogunbanjo Asante Bailey Nwosu Clarke-Osei Grant",
  },
  {
    share: 7,
    first: "Łukasz Agnieszka Ștefan Ioana Jiří Zsófia Małgorzata Željka Andrei Katarzyna Miloš",
    last: "Wójcik Kowalczyk Popescu Novák Horváth Zieliński Kovačević Ionescu Dvořák",
  },
  {
    share: 5,
    first: "Zoë José Inês François Søren Giulia Jürgen Maïté Núria Björn",
    last: "Núñez da_Silva Lefèvre Sørensen Müller Rossi García Åkesson Fernandes",
  },
  { share: 3, first: "Mei Wing-Yan Minh Haruka Ji-woo Linh", last: "Tan Cheung Nguyễn Tanaka Park Wong" },
];

/** One name in eight is of two rows. */
const MIXED = 8;

/** A name that may come up again; keeping them apart is the caller's. */
export function drawName(dice: Random): { first: string; last: string } {
  const row = drawRow(dice);
  const other = dice.below(MIXED) === 0 ? drawRow(dice) : row;
  return { first: drawWord(row.first, dice), last: drawWord(other.last, dice).replace("_", " ") };
}

function drawRow(dice: Random) {
  const total = ROWS.reduce((sum, row) => sum + row.share, 0);
  const at = dice.below(total);
  let sum = 0;
  for (const row of ROWS) {
    sum += row.share;
    if (at < sum) return row;
  }
  return ROWS[0]!;
}

function drawWord(words: string, dice: Random): string {
  const all = words.split(" ");
  return all[dice.below(all.length)]!;
}
