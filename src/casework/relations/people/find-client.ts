import type { PersonGroup } from './group-names.ts';
import type { PersonName } from './name-reader.ts';
import type { PeopleContext } from './people-context.ts';

/** The person a case is about, as far as that is known. */
export interface Client {
  /** As the organisation writes it, else as most papers do. */
  readonly name: PersonName;
  /** Whether the organisation names the client, or most papers do. */
  readonly isGiven: boolean;
  /** All spellings on papers, and the given one. */
  readonly names: readonly PersonName[];
  /** The group of the client's papers; undefined when no paper names the client. */
  readonly group: PersonGroup | undefined;
}

/**
 * The client: the one the organisation names; else whoever most papers that must be the client's are about, when there are enough of them or one is of a
 * type by which a client is known. Undefined when nothing tells.
 */
export function findClient(groups: readonly PersonGroup[], context: PeopleContext): Client | undefined {
  const { input, reader, compare } = context;
  if (input.facts.client !== undefined) {
    const given = reader.name(input.facts.client);
    const group = groups.find(({ names }) => names.some((name) => compare(name, given) === 'same'));
    return { name: given, isGiven: true, names: [given, ...(group?.names ?? [])], group };
  }
  const [first] = groups
    .map((group) => ({ group, ...weightOf(group, context) }))
    .filter(({ group, isKnown }) => isKnown || group.papers.length >= context.rules.client.leastPapers)
    .sort((a, b) => b.own - a.own || b.group.papers.length - a.group.papers.length);
  const name = first?.group.names[0];
  return first === undefined || name === undefined
    ? undefined
    : { name, isGiven: false, names: first.group.names, group: first.group };
}

function weightOf({ papers }: PersonGroup, { input, rules, typeOf }: PeopleContext) {
  const types = input.papers.filter(({ key }) => papers.includes(key)).map(typeOf);
  return {
    /** Papers that must be about the client. */
    own: types.filter((type) => rules.mustBeClient[type] !== undefined).length,
    isKnown: types.some((type) => rules.client.from.includes(type)),
  };
}
