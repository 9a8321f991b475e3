/** The upload of files. */
export const upload = {
  title: 'Ajouter des documents',
};
