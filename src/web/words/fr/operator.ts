/** The operator's pages. */
export const operator = {
  title: 'Exploitation',
};
