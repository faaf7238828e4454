/** Words of the /design page: what its sections are called. What the parts show there is sample text, kept here too. */
export const design = {
  title: "The parts",
};
