/** The review queue. */
export const review = {
  title: 'À vérifier',
};
