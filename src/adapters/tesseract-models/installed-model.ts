/** `packaged`: comes with Liasse. `added`: by `liasse models add`. `system`: of a tesseract that is installed on this machine. */
export type ModelSource = 'packaged' | 'added' | 'system';

/** A recognition model that can be used. */
export interface InstalledModel {
  /** As the engines name it: `fra`, `chi_sim`. */
  readonly id: string;
  readonly source: ModelSource;
  /** Absolute path of the model, gzip or not: the engine looks at the bytes. */
  readonly file: string;
  /** For a fingerprint: the same identity, the same bytes. */
  readonly identity: string;
  /** Where it came from, for people: a package with its version, or the name of the file that was added. */
  readonly origin: string;
}

/** Where models are looked for beside the packages that come with Liasse. */
export interface ModelPlaces {
  /** The user's model folder, where `liasse models add` puts them; it need not exist. */
  readonly added: string;
  /** `tessdata` folders of an installed tesseract, the first that holds a model wins; they need not exist. */
  readonly system: readonly string[];
}

/** `fra`, `chi_sim`: what a model can be called. */
export const MODEL_ID = /^[a-z]{3}(?:_[a-z]{2,8})*$/;
/** `fra.traineddata`, `fra.traineddata.gz`: the group is the model. */
export const MODEL_FILE = /^([a-z]{3}(?:_[a-z]{2,8})*)\.traineddata(?:\.gz)?$/;
