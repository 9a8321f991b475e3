import { describe, expect, it } from 'vitest';
import type { Word } from '#domain/page-reading.ts';
import type { Recognition, TextRecognizer } from '#ports/text-recognizer.ts';
import { chooseModels } from '#stages/read-page/choose-models.ts';
import type { PixelReading, ReadingTools } from '#stages/read-page/pixel-reading.ts';
import type { PreparedPage } from '#stages/read-page/prepare-page.ts';
import { bestScript, bestSister, modelForScript } from '#stages/read-page/read-sample.ts';

const image = { width: 10, height: 10, channels: 1, pixels: new Uint8Array(100) } as const;
const page: PreparedPage = {
  image,
  geometry: { turned: 0, skewDegrees: 0, quad: null },
  quality: { sharpness: 1, contrast: 1, problems: [] },
  inkShare: 0.1,
};
const URDU = 'تمام انسان آزاد اور حقوق و عزت کے اعتبار سے برابر پیدا ہوئے ہیں انہیں ضمیر اور عقل ودیعت ہوئی ہے';
const ARABIC = 'يولد جميع الناس أحرارا متساوين في الكرامة والحقوق وقد وهبوا عقلا وضميرا وعليهم أن يعامل بعضهم بعضا';
const languages = { ar: { models: ['ara'], lessExact: [] }, ur: { models: ['urd'], lessExact: [] } };
const models = chooseModels(
  { scripts: { Arab: ['ara'] }, languages, tryOrder: [], latinTryOrder: [], besideLatin: [], sisters: [] },
  ['ara', 'urd'],
);

/** A recogniser that reads every image the same way, by model. */
function tools(readings: Readonly<Record<string, { text: string; confidence: number }>>): ReadingTools {
  const recognizer: TextRecognizer = {
    engine: 'fake',
    fingerprint: 'fake',
    models: ['ara', 'urd'],
    recognize: async (_image, { models: [model = ''] }) => {
      const { text, confidence } = readings[model] ?? { text: '', confidence: 0 };
      const words = text.split(' ').map((word): Word => ({ text: word, box: [0, 0, 1, 1], confidence }));
      return { confidence, lines: [{ block: 0, box: [0, 0, 1, 1], words }] };
    },
    orientation: async () => null,
    close: async () => undefined,
  };
  const read = () => Promise.reject(new Error('only samples are read here'));
  const sampleOf = (sampled: PreparedPage) => sampled.image;
  return { recognizer, models, signal: new AbortController().signal, spending: { spentMs: 0 }, sampleOf, read };
}

const family = { models: ['ara', 'urd'], style: 'urd' };

describe('of models that share a script', () => {
  it('the one that is sure and finds its own language is taken', async () => {
    const sure = tools({ ara: { text: ARABIC, confidence: 0.8 }, urd: { text: ARABIC, confidence: 0.78 } });
    expect((await bestSister(page, family, sure))?.model).toBe('ara');
  });

  it('the one of a style is taken where all are unsure and it alone reads its own language', async () => {
    const unsure = tools({ ara: { text: ARABIC, confidence: 0.5 }, urd: { text: URDU, confidence: 0.45 } });
    expect((await bestSister(page, family, unsure))?.model).toBe('urd');
  });

  it('none is taken where all see noise, though noise in Urdu letters looks like Urdu: the page is in another script', async () => {
    const noise = tools({ ara: { text: ARABIC, confidence: 0.2 }, urd: { text: URDU, confidence: 0.28 } });
    expect(await bestSister(page, family, noise)).toBeUndefined();
  });
});

describe('a search for the script of a page', () => {
  const first = (confidence: number): PixelReading => {
    const words = 'letters of no word at all'.split(' ').map((text): Word => ({ text, box: [0, 0, 1, 1], confidence }));
    const recognition: Recognition = { confidence, lines: [{ block: 0, box: [0, 0, 1, 1], words }] };
    return { page, recognition, model: 'fra', languages: [] };
  };
  const readings = {
    fra: { text: 'letters of no word at all', confidence: 0.9 },
    ara: { text: ARABIC, confidence: 0.5 },
    urd: { text: URDU, confidence: 0.3 },
  };

  it('does not read the upright page again with the model that read it first', async () => {
    const { asked, tools: watched } = listening(tools({ ara: { text: ARABIC, confidence: 0.9 } }));
    expect((await bestScript(first(0.3), ['fra', 'ara'], watched))?.model).toBe('ara');
    expect(asked).toEqual(['ara']);
  });

  it('finds none where the first reading was surer than any other', async () => {
    const unread = tools({ ...readings, fra: { text: '', confidence: 0 } });
    expect(await bestScript(first(0.6), ['fra', 'ara', 'urd'], unread)).toBeUndefined();
    expect((await bestScript(first(0.4), ['fra', 'ara', 'urd'], unread))?.model).toBe('ara');
  });

  it('takes the only model of a script that was seen without a sample', async () => {
    const { asked, tools: watched } = listening(tools(readings));
    expect(await modelForScript(page, 'ara', watched)).toEqual({ model: 'ara', isSettled: false });
    expect(asked).toEqual([]);
  });
});

/** The same tools, and which models were asked, in order. */
function listening(from: ReadingTools): { readonly tools: ReadingTools; readonly asked: string[] } {
  const asked: string[] = [];
  const recognizer: TextRecognizer = {
    ...from.recognizer,
    recognize: (image, options) => {
      asked.push(options.models.join('+'));
      return from.recognizer.recognize(image, options);
    },
  };
  return { tools: { ...from, recognizer }, asked };
}
