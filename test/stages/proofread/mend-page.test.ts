import { describe, expect, it } from 'vitest';
import { proofreadingSchema } from '#definitions/proofreading.schema.ts';
import type { Line } from '#domain/page-reading.ts';
import { mendPage } from '#stages/proofread/mend-page.ts';
import { lineText } from '#text/line-text.ts';
import { humanitarianProofreading } from '../../support/humanitarian-proofreading.ts';
import { lineOf, lineOfText, readPageOf } from '../../support/read-page-of.ts';

function mended(lines: readonly Line[], language = 'fr', confidence = 0.93): string[] {
  return mendPage(readPageOf(lines, language, confidence), humanitarianProofreading).lines.map(lineText);
}

function mendedText(text: string, language: string): string {
  return mended([lineOfText(text)], language).join('\n');
}

const word = (text: string, x: number, width = text.length) => ({ text, x, width });

describe('proofreading a page', () => {
  it('leaves a page alone that has its own text', () => {
    const page = { ...readPageOf([lineOfText('ЗАХОД №5 — | ,')]), source: 'text-layer' as const };
    expect(mendPage(page, humanitarianProofreading)).toBe(page);
  });

  it('keeps every box where it is', () => {
    const line = lineOfText('dose 40 mg/m? le jour');
    const [read] = mendPage(readPageOf([line]), humanitarianProofreading).lines;
    expect(read?.words.map(({ box }) => box)).toEqual(line.words.map(({ box }) => box));
    expect(read?.words.map(({ text }) => text)).toEqual(['dose', '40', 'mg/m²', 'le', 'jour']);
  });

  it('does not make a page empty that was read', () => {
    expect(mended([lineOf([{ text: '«', x: 5, width: 1, confidence: 0.2 }])])).toEqual(['«']);
  });
});

describe('dashes', () => {
  // Letters are two hundredths high: a hyphen is 0.7 wide, an en dash 1.4, an em dash 2.2.
  it.each([
    ['a hyphen', '—', 0.7, '-'],
    ['an en dash read as a hyphen', '-', 1.4, '–'],
    ['an en dash read as an em dash', '—', 1.4, '–'],
    ['an em dash', '-', 2.2, '—'],
    ['a line to write on', '—', 9, '—'],
  ])('tells %s by its width', (_, read, width, printed) => {
    const line = lineOf([word('Lyon', 5), { text: read, x: 10, width, height: 0.3 }, word('Paris', 22)]);
    expect(mended([line])).toEqual([`Lyon ${printed} Paris`]);
  });

  it('tells a middle dot, as high as it is wide', () => {
    const line = lineOf([word('Zeitz', 5), { text: '-', x: 11, width: 0.35, height: 0.35 }, word('IBAN', 12)]);
    expect(mended([line], 'de')).toEqual(['Zeitz · IBAN']);
  });

  it('has no opinion of a hyphen inside a word', () => {
    expect(mendedText('Jean-Marc 2019-2020', 'fr')).toBe('Jean-Marc 2019-2020');
  });
});

describe('specks', () => {
  const text = lineOfText('Certificat de travail de la salariée', 20);

  it('takes out the rule of a table, at the edge and between columns', () => {
    const bar = (x: number) => ({ text: '|', x, width: 0.2, height: 2.5, confidence: 0.9 });
    expect(mended([lineOf([bar(2), word('Total', 10), bar(40), word('12,50', 50), bar(70)]), text])[0]).toBe(
      'Total 12,50',
    );
  });

  it('keeps a bar between two words', () => {
    expect(mended([lineOfText('Accueil | Contact'), text])[0]).toBe('Accueil | Contact');
  });

  it('takes out a bullet, but no quotation mark that is closed', () => {
    const mark = { text: '«', x: 5, width: 0.8, height: 0.8 };
    expect(mended([lineOf([mark, word('premier', 8), word('point', 17)]), text])[0]).toBe('premier point');
    expect(mended([lineOf([mark, word('premier', 8), word('point', 17), word('»', 24)]), text])[0]).toBe(
      '« premier point »',
    );
  });

  it('takes out what was read in a signature: tall, short, doubtful', () => {
    const scrawl = lineOf([{ text: 'VAN', x: 50, width: 20, height: 4, confidence: 0.3 }], 40);
    expect(mended([text, scrawl])).toEqual([lineText(text)]);
  });

  it('keeps the short last line of a paragraph, however hard to read', () => {
    const last = lineOf([{ text: 'C.p.p-”', x: 5, width: 7, confidence: 0.2 }], 40);
    expect(mended([text, last])).toEqual([lineText(text), 'C.p.p-”']);
  });

  it('never takes out a number, a machine line or what was read surely', () => {
    const doubtful = [
      lineOf([{ text: '40', x: 5, width: 2, confidence: 0.1 }], 40),
      lineOf([{ text: 'P<CIV<<', x: 5, width: 20, height: 4, confidence: 0.1 }], 50),
      lineOf([{ text: 'M', x: 5, width: 1.5, confidence: 0.9 }], 60),
    ];
    expect(mended([text, ...doubtful])).toEqual([lineText(text), '40', 'P<CIV<<', 'M']);
  });

  it('trusts no doubt on a page that was read badly throughout', () => {
    const scrawl = lineOf([{ text: 'VAN', x: 50, width: 20, height: 4, confidence: 0.3 }], 40);
    expect(mended([text, scrawl], 'fr', 0.6)).toHaveLength(2);
  });
});

describe('quotation marks', () => {
  it('takes off one in front of a word that is closed nowhere', () => {
    expect(mendedText('Nom ‘OUALI née le "12/03/1990', 'fr')).toBe('Nom OUALI née le 12/03/1990');
  });

  it('keeps one that is closed, on the line or on the next', () => {
    expect(mendedText('le “Teranga" est fermé', 'fr')).toBe('le “Teranga" est fermé');
    expect(mended([lineOfText('dit: “Non ho mai', 10), lineOfText('firmato nulla.”', 13)], 'it')).toEqual([
      'dit: “Non ho mai',
      'firmato nulla.”',
    ]);
  });

  it("keeps the short words of Dutch, and an elision's apostrophe closes nothing", () => {
    expect(mendedText("'s morgens in 's-Gravenhage", 'nl')).toBe("'s morgens in 's-Gravenhage");
    expect(mendedText("la ‘société qu'il dirige", 'fr')).toBe("la société qu'il dirige");
  });
});

describe('what our rules mend', () => {
  it.each([
    ['ar', 'الناعورة, سورية; ٢٢', 'الناعورة، سورية؛ ٢٢'],
    ['fa', 'تاريخ مركز ٢٨', 'تاریخ مرکز ۲۸'],
    ['ps', 'بيا شي', 'بیا شي'],
    ['am', 'በ2ዐ18 ፲1,400 ነው፡፡', 'በ2018 11,400 ነው።'],
    ['ru', 'у нас үже нет Aлексея', 'у нас уже нет Алексея'],
    ['bg', 'Заповед Мо 118 от', 'Заповед № 118 от'],
    ['uk', "ім'я та здоров'я", 'ім’я та здоров’я'],
    ['sr', 'Полици)ска бро) 5', 'Полицијска број 5'],
    ['el', 'ὁτι ο κάτοχος ἕως και τὸ µήνα', 'ότι ο κάτοχος έως και τό μήνα'],
    ['el', 'σύνολο 1.068.34', 'σύνολο 1.068,34'],
    ['ta', 'மற்றும்\u200c பெயர்\u200c:', 'மற்றும் பெயர்:'],
    ['hi', 'अत: नाम:', 'अतः नाम:'],
    ['ro', 'ADEVERINŢĂ şi', 'ADEVERINȚĂ și'],
    ['uz', "O'zbekiston bo`yicha a'zo", 'O‘zbekiston bo‘yicha a’zo'],
    ['so', 'avaa lagu 00 laga', 'ayaa lagu oo laga'],
    ['es', 'Doña M.? N.* 12', 'Doña M.ª N.º 12'],
    ['de', 'nach 8 12 Abs. 1', 'nach § 12 Abs. 1'],
    ['sq', 'më 0810212026 dhe', 'më 08/02/2026 dhe'],
    ['fr', "qu'il à été vu à Lyon", "qu'il a été vu à Lyon"],
  ])('%s: %s', (language, read, printed) => {
    expect(mendedText(read, language)).toBe(printed);
  });

  it.each([
    ['ar', 'كتاب ٢٢, Paris, 12'],
    ['kk', 'үш қала'],
    ['ru', 'мо 118, модель A4 и МРТ'],
    ['de', '8 12 Uhr'],
    ['en', 'visa vehicle, 08/02/2026'],
    ['fa', 'بسته‌بندی'],
    ['fr', 'il est à Lyon, 4/5 à 8'],
  ])('and leaves alone (%s): %s', (language, read) => {
    const printed = language === 'ar' ? 'كتاب ٢٢، Paris, 12' : read;
    expect(mendedText(read, language)).toBe(printed);
  });

  it('Armenian: letters that the model never reads, unless it read one on this page', () => {
    expect(mendedText('ճամալիր ն ճանապարճ Երնան պատճառ ՇԱՅԱՍՏԱՆ', 'hy')).toBe(
      'համալիր և ճանապարհ Երևան պատճառ ՀԱՅԱՍՏԱՆ',
    );
    expect(mendedText('հաճախ ճիշտ ճամբար', 'hy')).toBe('հաճախ ճիշտ ճամբար');
  });
});

describe('Han', () => {
  it('joins what stands close, with its punctuation, and leaves columns apart', () => {
    const line = lineOf([
      word('舍', 5, 2),
      word('曲', 8, 2),
      word('林', 11, 2),
      word(':', 13.2, 0.3),
      word('每周', 15, 4),
      word('100mg', 20, 5),
      word('单价', 60, 4),
    ]);
    expect(mended([line], 'zh')).toEqual(['舍曲林：每周 100mg 单价']);
  });
});

describe('the rules as a file', () => {
  it('refuses an expression that is none, and a correction that says not what is printed', () => {
    const rules = (correction: object) =>
      proofreadingSchema.safeParse({ corrections: [correction], lookalikes: {}, machineLines: ['eng'] });
    expect(rules({ find: '(', put: 'x' }).success).toBe(false);
    expect(rules({ find: 'x' }).success).toBe(false);
    expect(rules({ find: 'x', put: 'y', letters: { x: 'y' } }).success).toBe(false);
    expect(rules({ find: 'x', put: 'y' }).success).toBe(true);
  });

  it('applies none that would part or join words', () => {
    const rules = { corrections: [{ find: 'ТКРФ', put: 'ТК РФ' }], lookalikes: {}, machineLines: ['eng'] };
    expect(mendPage(readPageOf([lineOfText('по ТКРФ')], 'ru'), rules).lines.map(lineText)).toEqual(['по ТКРФ']);
  });
});
