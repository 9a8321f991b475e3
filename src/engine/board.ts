import { artifactDigest } from './stage-key.ts';

/** An artifact that is known without being there: by its digest. Its content is loaded when a stage asks for it. */
export interface KnownArtifact<Artifact> {
  /** The key under which a stage computed it; null when no stage did. */
  readonly key: string | null;
  readonly digest: string;
  load(): Artifact | Promise<Artifact>;
}

/** The artifacts of one document or page by their names, as far as they are known. */
export type Board<Artifacts extends object> = { [Name in keyof Artifacts]?: KnownArtifact<Artifacts[Name]> };

/** An artifact that is there. Its digest is taken when somebody asks for it. */
export function presentArtifact<Artifact>(artifact: Artifact, key: string | null = null): KnownArtifact<Artifact> {
  return {
    key,
    get digest() {
      return artifactDigest(artifact);
    },
    load: () => artifact,
  };
}

/** An artifact that is loaded once, by whoever needs it first. */
export function absentArtifact<Artifact>(
  { key, digest }: Pick<KnownArtifact<Artifact>, 'key' | 'digest'>,
  load: () => Promise<Artifact>,
): KnownArtifact<Artifact> {
  let loading: Promise<Artifact> | undefined;
  return {
    key,
    digest,
    load: () => {
      loading ??= load();
      return loading;
    },
  };
}

/** A board of artifacts that are there. */
export function boardOf<Artifacts extends object>(artifacts: Partial<Artifacts>): Board<Artifacts> {
  const board: Board<Artifacts> = {};
  for (const name of namesOf(artifacts)) Object.assign(board, { [name]: presentArtifact(artifacts[name]) });
  return board;
}

/** The contents of the named artifacts. Throws when one of them is not on the board. */
export async function loadArtifacts<Artifacts extends object, Name extends keyof Artifacts>(
  board: Board<Artifacts>,
  names: readonly Name[],
): Promise<Pick<Artifacts, Name>> {
  const loaded: Partial<Artifacts> = {};
  for (const name of names) Object.assign(loaded, { [name]: await board[name]?.load() });
  if (!hasArtifacts(loaded, names)) throw new Error('a needed artifact is missing');
  return loaded;
}

/** The keys of an object, typed as such: artifacts are made by us and have no others. */
export function namesOf<Artifacts extends object>(artifacts: Artifacts): (keyof Artifacts & string)[] {
  const isName = (name: string): name is keyof Artifacts & string => Object.hasOwn(artifacts, name);
  return Object.keys(artifacts).filter(isName);
}

/** Whether all the named artifacts are there; narrows the type accordingly. */
export function hasArtifacts<Artifacts extends object, Name extends keyof Artifacts>(
  artifacts: Partial<Artifacts>,
  names: readonly Name[],
): artifacts is Partial<Artifacts> & Pick<Artifacts, Name> {
  return names.every((name) => artifacts[name] !== undefined);
}
