import type { ExportTexts } from './export-texts.ts';

/** The page of an export in English. */
export const ENGLISH_TEXTS: ExportTexts = {
  title: 'What is held about you',
  otherLanguage: 'En français',
  intro: (day, caseName) =>
    `This is everything that is held in the case “${caseName}”, as of ${day}: the papers that were received, what was read in them, what persons decided about them, and who did what.`,
  onlyAbout: (person) =>
    `Only files that speak of ${person} are in it; other files of the case are about other persons.`,
  controller: 'Responsible for it (controller), and whom to write to:',
  toFillIn: '…………………………………………………………',
  contents: {
    heading: 'What is in this export',
    lines: [
      ['originals/', 'the files exactly as they were received'],
      ['readings/', 'the text that was read in each paper'],
      [
        'records.json',
        'for each paper: what was recognised (kind, dates, issuer, remarks …), in a form that other programs can read',
      ],
      ['files.json', 'each file that was received: when, by which way, what became of it'],
      ['decisions.json', 'what persons decided about the papers'],
      ['audit.json', 'who did what with this case, and when'],
      ['SHA256SUMS', 'digital fingerprints of all these files: whoever changes one is noticed'],
    ],
  },
  files: {
    heading: 'Files that were received',
    about: 'Every file that was received is listed, also those that could not be used.',
    columns: ['No', 'File', 'Received', 'How', 'What became of it'],
    states: {
      waiting: 'not read yet',
      accepted: 'read',
      duplicate: 'the same as an earlier one',
      rejected: 'could not be used',
    },
    ways: { intake: 'given to Liasse', watch: 'from a watched folder', mail: 'by e-mail', upload: 'uploaded' },
    noOriginal: 'nothing was kept of it',
    damaged: 'the original could not be opened',
  },
  papers: {
    heading: 'What was read in them',
    about:
      'A program (Liasse) read the papers and proposes what each of them is and how much weight it may carry. It is no decision about you: a person looks at it, can correct it, and decides.',
    facts: {
      type: 'Kind',
      language: 'Language',
      issued: 'Issued on',
      issuer: 'Issued by',
      score: 'Proposed weight (0 to 100)',
      flags: 'Remarks',
      fields: 'Read in it',
      text: 'Whole text',
    },
    unclear: 'unclear',
    none: 'none',
    pages: (from, to) => (from === to ? `page ${from}` : `pages ${from} to ${to}`),
    read: 'open',
  },
  decisions: {
    heading: 'What persons decided',
    about: 'Corrections by persons go before what the program proposes.',
    none: 'Nobody corrected anything.',
    kinds: {
      correct: 'said what is right',
      withdraw: 'took a correction back',
      cut: 'said that another paper begins on page',
      join: 'said that no other paper begins on page',
    },
    fields: { type: 'kind', issueDate: 'date of issue', issuer: 'issuer', language: 'language' },
  },
  audit: {
    heading: 'Who did what',
    about: 'From a log that nobody can change unnoticed. Times are in UTC.',
    actions: {
      'case-opened': 'opened the case',
      'case-closed': 'closed the case',
      'case-archived': 'archived the case',
      'case-reopened': 'opened the case again',
      'files-received': 'received files',
      'decision-made': 'decided something about a paper',
      learned: 'had the program learn from corrections',
      'learning-undone': 'took learning back',
      'run-accepted': 'accepted new readings',
      'run-rejected': 'rejected new readings',
      'run-rolled-back': 'took new readings back',
      'purge-begun': 'began to erase',
      'purge-done': 'erased',
      'person-exported': 'made such an export',
      'backup-made': 'made a backup',
      restored: 'restored a backup',
      'keys-rotated': 'changed the master key',
    },
  },
  law: {
    heading: 'Why this is held, and your rights',
    lines: [
      'What for: preparing, and helping you to prove, your application. The papers come from you, or from persons and bodies who gave or sent them for you.',
      'You receive this copy under the right of access (article 15 of the General Data Protection Regulation, GDPR). The .json and .txt files are in a common form that you may hand on to whomever you like (article 20, portability).',
      'Everything is kept encrypted on machines of the organisation named above; Liasse sends nothing elsewhere. Only persons who work for the organisation see it, and those to whom the organisation passes it for your application.',
      'No decision about you is taken by a program alone (article 22).',
      'You may have wrong data corrected (article 16), have them erased (article 17), have their use restricted (article 18), or object to it (article 21): write to the organisation named above.',
      'If you think that your rights are not respected, you may complain to a supervisory authority (article 77); in France the CNIL, www.cnil.fr.',
    ],
  },
  retention: {
    states: { open: 'The case is open.', closed: 'The case is closed.', archived: 'The case is archived.' },
    until: (day) => `It is due to be erased from ${day} on, unless new papers come.`,
    undecided: 'No day has been set on which it is to be erased; ask the organisation.',
    backups: (count) =>
      `${count} ${count === 1 ? 'backup was' : 'backups were'} made since it was opened; they hold it too, encrypted.`,
  },
  missing: (count) =>
    `${count} ${count === 1 ? 'original is' : 'originals are'} missing from this export, since ${count === 1 ? 'it' : 'they'} could not be opened.`,
  hashes: 'To check that nothing in this export was changed: sha256sum -c SHA256SUMS',
};
