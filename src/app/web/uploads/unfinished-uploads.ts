import type { UploadParts } from '#adapters/uploads/create-upload-parts.ts';

/** Which uploads of a person are begun and not received; looked up on the disk once, and kept in mind from then on. */
export interface UnfinishedUploads {
  of(personId: string): Promise<ReadonlySet<string>>;
  begun(personId: string, id: string): void;
  over(id: string): void;
}

export function createUnfinishedUploads({ notes, look }: UploadParts): UnfinishedUploads {
  const byPerson = new Map<string, Set<string>>();
  let loading: Promise<void> | undefined;
  const begun = (personId: string, id: string): void => {
    const own = byPerson.get(personId) ?? new Set();
    byPerson.set(personId, own.add(id));
  };
  const load = async (): Promise<void> => {
    for (const id of await notes.ids()) {
      const owner = await notes.owner(id);
      if (owner !== undefined && (await look(id)) !== undefined) begun(owner.personId, id);
    }
  };
  return {
    of: async (personId) => {
      loading ??= load();
      await loading;
      return byPerson.get(personId) ?? new Set();
    },
    begun,
    over: (id) => {
      for (const own of byPerson.values()) own.delete(id);
    },
  };
}
