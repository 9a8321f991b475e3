/** Orders and deliveries of translations. */
export const translations = {
  title: 'Traductions',
};
