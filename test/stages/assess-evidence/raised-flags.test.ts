import { describe, expect, it } from 'vitest';
import type { Flag } from '#domain/findings.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import { gatherFacts } from '#stages/assess-evidence/gather-facts.ts';
import { raiseFlags } from '#stages/assess-evidence/raise-flags.ts';
import { NO_LETTERHEAD } from '#stages/find-letterhead/read-letterhead.ts';
import { traitsOf } from '#stages/find-traits/traits-of.ts';
import { outlineOf } from '#stages/outline-pages/outline-of.ts';
import { humanitarianPipeline } from '../../support/humanitarian-pipeline.ts';
import { pagesFromText } from '../../support/pages-from-text.ts';

const pipeline = await humanitarianPipeline();

interface Paper {
  readonly type: string;
  readonly text: string;
  readonly language?: string;
  readonly script?: string;
  readonly languageConfidence?: number;
  readonly typeConfidence?: number;
  readonly marks?: DocumentPage['marks'];
}

/** The flags of a dated, headed paper of a type, by code. */
function flagsOf(paper: Paper): string[] {
  return raised(paper).map(({ code }) => code);
}

function raised({ type, text, language = 'fr', script = 'Latn', languageConfidence = 0.95, ...paper }: Paper): Flag[] {
  const { typeConfidence = 0.95, marks = [] } = paper;
  const known = pipeline.documentTypes[type];
  const issueDate = { iso: '2026-10-01', text: '', page: 1, box: [0, 0, 1, 0.1] as const, confidence: 0.9 };
  const pages = pagesFromText(text, { marks });
  const facts = gatherFacts(
    {
      'outline-pages': outlineOf(pages),
      'find-traits': traitsOf({ pages }, pipeline.flags),
      'proposed-cuts': { pages: [] },
      'run-facts': { asOf: '2026-11-23', duplicateOf: null },
      'detect-language': { languages: [{ code: language, script, share: 1, confidence: languageConfidence }] },
      classify: { id: type, confidence: typeConfidence, alternatives: [], because: [] },
      'find-dates': { dates: [], issueDate: { ...issueDate, box: [0, 0, 1, 0.1] }, issueCandidates: [] },
      'find-letterhead': { ...NO_LETTERHEAD, present: true, issuer: 'X', confidence: 0.9 },
      'extract-fields': { fields: {} },
    },
    known,
    pipeline.flags,
    pipeline.classification.reviewBelow,
  );
  const rules = [...(known?.rules ?? []), ...pipeline.flags.rules];
  return raiseFlags(rules, pipeline.flags, facts, { fr: '…', en: '…' }).flags;
}

const mark = (kind: 'signature' | 'stamp', confidence = 0.9): DocumentPage['marks'][number] => ({
  kind,
  confidence,
  box: [0.5, 0.8, 0.2, 0.1],
  text: null,
});

describe('a medical paper', () => {
  it.each([
    ['fr', 'Son état de santé nécessite un suivi médical régulier en France.'],
    ['en', 'He suffers with his mental and physical health. He is likely to need ongoing follow-up.'],
    ['el', 'Παρακολουθείται στα εξωτερικά ιατρεία και χρήζει τακτικής ιατρικής παρακολούθησης.'],
    ['bn', 'দীর্ঘদিন যাবৎ অসুস্থ এবং তাঁর নিয়মিত চিকিৎসা ও ফলোআপ প্রয়োজন।'],
    ['ps', 'ناروغ دی او دوامدارې څارنې ته اړتیا لري.'],
    ['sr', 'Pod kontrolom psihijatra i potrebno joj je dalje praćenje i redovne kontrole.'],
    ['vi', 'Bệnh viện xác nhận bệnh nhân cần được theo dõi thường xuyên.'],
    ['zh', '患者身体状况不佳，需要定期随访。'],
  ])('is vague when it only says, in %s, that follow-up is needed', (language, text) => {
    expect(flagsOf({ type: 'medical-certificate', text, language })).toContain('vague-medical');
  });

  it.each([
    ['ar', 'أجري له بزل البطن وأعطي فوروسيميد وسبيرونولاكتون.'],
    ['fa', 'کبودی بازوی چپ به ابعاد ۶×۴ سانتی‌متر. حارصه پیشانی.'],
    ['ur', 'ادویات: کلوپیڈوگرل ۷۵ ملی گرام روزانہ ایک سال تک'],
    ['hi', 'दवाएँ: सर्ट्रालिन १०० मि.ग्रा. प्रतिदिन'],
    ['ta', 'வாரம் இருமுறை இரத்தச் சுத்திகரிப்பு. அம்லோடிபின் 5 மி.கி.'],
    ['am', 'ታካሚው ፉሮሰሚድ 40 ሚ.ግ፣ ኢናላፕሪል 10 ሚ.ግ እየወሰደ ነው'],
    ['hy', 'Ստացել է՝ ֆուրոսեմիդ 40 մգ, բիսոպրոլոլ 5 մգ'],
    ['zh', '恩替卡韦0.5mg每日一次口服'],
    ['az', 'Sol çiyin nahiyəsində 6×4 sm qançır, ketoprofen təyin edilmişdir.'],
    ['nl', 'Patiënt is geopereerd en gebruikt tweemaal per dag tabletten.'],
  ])('is concrete when it names, in %s, what was given or found', (language, text) => {
    expect(flagsOf({ type: 'medical-certificate', text, language })).not.toContain('vague-medical');
  });
});

describe('a paper that must be signed', () => {
  it('is unsigned when it only bears a stamp', () => {
    expect(flagsOf({ type: 'school-certificate', text: 'Certificat', marks: [mark('stamp')] })).toContain('unsigned');
  });
  it('is not when a pen stroke is seen, nor when one may be there', () => {
    const text = 'Certificat';
    expect(flagsOf({ type: 'school-certificate', text, marks: [mark('signature')] })).not.toContain('unsigned');
    expect(flagsOf({ type: 'school-certificate', text, marks: [mark('signature', 0.45)] })).not.toContain('unsigned');
  });
});

describe('a paper in another language', () => {
  const text = 'Потврђује се да именована станује на адреси';
  it('needs a translation also when its type is not known', () => {
    expect(flagsOf({ type: 'other', text, language: 'sr', script: 'Cyrl', typeConfidence: 0.4 })).toContain(
      'needs-translation',
    );
    expect(flagsOf({ type: 'other', text, language: 'sr', script: 'Cyrl', typeConfidence: 0.99 })).not.toContain(
      'needs-translation',
    );
  });
  it('is said to be in a language that has a name, not a code', () => {
    const [flag] = raised({ type: 'affidavit', text, language: 'ti', script: 'Ethi' }).filter(
      ({ code }) => code === 'needs-translation',
    );
    expect(flag?.message.fr).toContain('(tigrigna)');
    expect(flag?.message.en).toContain('(Tigrinya)');
  });
  it('needs one when sister languages can not be told apart in letters that French never has', () => {
    const paper = { type: 'affidavit', text, languageConfidence: 0.2 };
    expect(flagsOf({ ...paper, language: 'am', script: 'Ethi' })).toContain('needs-translation');
    expect(flagsOf({ ...paper, language: 'ht', script: 'Latn' })).not.toContain('needs-translation');
  });
});

describe('a paper that numbers its pages', () => {
  it.each([
    'страна 1 од 3',
    'গোপনীয় · পৃষ্ঠা ১/৩',
    '1-bet, jami 2 bet',
    'Seite 1 von 2',
    'صفحة ١ من ٣',
    '第1页，共3页',
    'Page n° 1/2',
    'σελίδα 1 από 2',
    'trang 1/3',
  ])('is incomplete when one is there and more are announced: %s', (foot) => {
    expect(flagsOf({ type: 'social-worker-report', text: `Rapport\nTexte\n${foot}` })).toContain('incomplete');
  });
  it.each(['страна 1 од 1', '12/3/2026', 'ул. Листопадна 5/12, стан 4', 'S. 3-5', 'str. Florilor 12'])(
    'is whole with %s',
    (foot) => {
      expect(flagsOf({ type: 'social-worker-report', text: `Rapport\nTexte\n${foot}` })).not.toContain('incomplete');
    },
  );
});
