/** The view of one document. */
export const document = {
  title: 'Document',
};
