/** What `liasse models` says, in English. */
export const MODELS_EN = {
  columns: { model: 'Model', languages: 'Reads', source: 'Source', size: 'Size' },
  sources: { packaged: 'packaged', added: 'added', system: 'system' },
  inPlaceOfPackaged: 'in place of the packaged one',
  orientation: 'script and direction of a page',
  unnamed: 'not used: reading.yaml of this pipeline does not name it',
  lessExactly: (name: string): string => `${name} (less exactly)`,
  count: (models: number, folder: string): string => `${models} models. Added ones are kept in ${folder}`,
  unusable: (id: string): string =>
    `${id}: added, but damaged, and not used. Add it once more with --replace, or: liasse models remove ${id}`,
  noGaps: 'Every language of this pipeline has its own model.',
  gaps: 'Languages whose own model is not installed:',
  gap: (missing: string, readWith: string | null): string =>
    readWith === null
      ? `not read; add it by: liasse models add ${missing}.traineddata`
      : `read with ${readWith}, less exactly; add its own by: liasse models add ${missing}.traineddata`,
  outcomes: {
    added: (id: string): string => `${id}: added.`,
    replaced: (id: string): string => `${id}: added in place of the one before.`,
    unchanged: (id: string): string => `${id}: is there already, the very same.`,
  },
  notNamed: (id: string): string =>
    `${id}: no language of the pipeline is read with it; reading.yaml says which model reads what.`,
  removed: (id: string): string => `${id}: removed.`,
  states: {
    good: 'as published',
    addedGood: 'as added',
    changed: 'CHANGED',
    missing: 'MISSING',
    unlisted: 'not compared: nothing is noted about it',
  },
  verified: (good: number, unlisted: number): string =>
    `${good} models are unchanged${unlisted === 0 ? '' : `, ${unlisted} could not be compared (nothing is noted about them)`}.`,
  repair: {
    packaged: (id: string): string => `${id}: it is not what Liasse was published with. Run “npm ci” again.`,
    added: (id: string): string =>
      `${id}: it is not what was added. Add it once more with --replace, or: liasse models remove ${id}`,
  },
  missingInRun: (documents: number, models: string): string =>
    `${documents} document${documents === 1 ? ' was' : 's were'} read less exactly for want of a model. Add: ${models} (liasse models --help)`,
  hardlyRead: (documents: number): string =>
    `Of ${documents} document${documents === 1 ? '' : 's'} hardly anything could be read. “liasse models” shows the languages that lack a model.`,
};

/** What `liasse models` says, in French. */
export const MODELS_FR: typeof MODELS_EN = {
  columns: { model: 'Modèle', languages: 'Lit', source: 'Origine', size: 'Taille' },
  sources: { packaged: 'fourni', added: 'ajouté', system: 'système' },
  inPlaceOfPackaged: 'à la place du modèle fourni',
  orientation: 'écriture et sens de la page',
  unnamed: 'pas utilisé : reading.yaml de ce pipeline ne le nomme pas',
  lessExactly: (name) => `${name} (moins exactement)`,
  count: (models, folder) => `${models} modèles. Ceux qu’on ajoute sont gardés dans ${folder}`,
  unusable: (id) =>
    `${id} : ajouté, mais abîmé, et pas utilisé. Ajoutez-le de nouveau avec --replace, ou : liasse models remove ${id}`,
  noGaps: 'Chaque langue de ce pipeline a son modèle.',
  gaps: 'Langues dont le modèle n’est pas installé :',
  gap: (missing, readWith) =>
    readWith === null
      ? `pas lue ; ajoutez son modèle : liasse models add ${missing}.traineddata`
      : `lue avec ${readWith}, moins exactement ; ajoutez le sien : liasse models add ${missing}.traineddata`,
  outcomes: {
    added: (id) => `${id} : ajouté.`,
    replaced: (id) => `${id} : ajouté à la place du précédent.`,
    unchanged: (id) => `${id} : déjà là, exactement le même.`,
  },
  notNamed: (id) => `${id} : aucune langue du pipeline n’est lue avec lui ; reading.yaml dit quel modèle lit quoi.`,
  removed: (id) => `${id} : retiré.`,
  states: {
    good: 'tel que publié',
    addedGood: 'tel qu’ajouté',
    changed: 'CHANGÉ',
    missing: 'ABSENT',
    unlisted: 'pas comparé : rien n’est noté à son sujet',
  },
  verified: (good, unlisted) =>
    `${good} modèles sont inchangés${unlisted === 0 ? '' : `, ${unlisted} n’ont pas pu être comparés (rien n’est noté à leur sujet)`}.`,
  repair: {
    packaged: (id) => `${id} : ce n’est pas le modèle publié avec Liasse. Lancez « npm ci » de nouveau.`,
    added: (id) =>
      `${id} : ce n’est pas le modèle qui a été ajouté. Ajoutez-le de nouveau avec --replace, ou : liasse models remove ${id}`,
  },
  missingInRun: (documents, models) =>
    `${documents} document${documents === 1 ? ' a été lu' : 's ont été lus'} moins exactement, faute de modèle. À ajouter : ${models} (liasse models --help)`,
  hardlyRead: (documents) =>
    `De ${documents} document${documents === 1 ? '' : 's'}, presque rien n’a pu être lu. « liasse models » montre les langues sans modèle.`,
};
