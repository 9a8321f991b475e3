/** People, teams, invitations. */
export const people = {
  title: 'Personnes',
};
