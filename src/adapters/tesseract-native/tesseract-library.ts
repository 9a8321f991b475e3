import koffi from 'koffi';
import type { FoundOrientation } from '../tesseract/orientation-of.ts';
import { type EngineSettings, SHARED_DEFAULTS } from '../tesseract/shared-settings.ts';
import type { GreyImage } from './engine-messages.ts';

export interface HowToRead {
  /** Tesseract's page segmentation mode. */
  readonly layout: number;
  readonly settings: EngineSettings;
}

/** The recogniser of a loaded library: models are loaded when they are first asked for, and kept. */
export interface TesseractLibrary {
  /** As it tells itself: `5.3.0`. */
  readonly version: string;
  /** Loads models before they are asked for, and never puts them away; those that can't be loaded fail when they are. */
  warmUp(models: string): void;
  /** The table of words. Throws when a model can't be loaded or the image can't be read. */
  read(image: GreyImage, models: string, how: HowToRead): string;
  orient(image: GreyImage, model: string): FoundOrientation | null;
}

/** Told to the engine so that it does not guess; what counts is letter height, which cleaning has set. */
const DPI = 200;
/** Engine kinds and layout of Tesseract's C interface (capi.h). */
const KIND = { legacy: 0, neural: 1 } as const;
const SCRIPT_AND_TURN_ONLY = 0;
/** Models kept in memory at once; the one used longest ago goes first. A page asks for one to four; a Latin one takes longest to load. */
const MOST_LOADED = 4;

/** The dozen functions that reading needs (`tesseract/capi.h`, the same in every 5.x). Throws when the library is not there or another one. */
function bind(path: string) {
  const library = koffi.load(path);
  const declare = (signature: string): ReturnType<typeof library.func> => library.func(signature);
  koffi.disposable('TessText', 'str', declare('void TessDeleteText(void *text)'));
  return {
    version: declare('const char *TessVersion()'),
    create: declare('void *TessBaseAPICreate()'),
    remove: declare('void TessBaseAPIDelete(void *handle)'),
    init: declare('int TessBaseAPIInit2(void *handle, const char *path, const char *models, int kind)'),
    set: declare('int TessBaseAPISetVariable(void *handle, const char *name, const char *value)'),
    setLayout: declare('void TessBaseAPISetPageSegMode(void *handle, int mode)'),
    setImage: declare(
      'void TessBaseAPISetImage(void *handle, const uint8_t *pixels, int width, int height, int bytesPerPixel, int bytesPerLine)',
    ),
    setResolution: declare('void TessBaseAPISetSourceResolution(void *handle, int dpi)'),
    recognize: declare('int TessBaseAPIRecognize(void *handle, void *monitor)'),
    table: declare('TessText TessBaseAPIGetTsvText(void *handle, int page)'),
    clear: declare('void TessBaseAPIClear(void *handle)'),
    orient: declare(
      'int TessBaseAPIDetectOrientationScript(void *handle, _Out_ int *degrees, _Out_ float *turn, _Out_ const char **script, _Out_ float *certainty)',
    ),
  };
}

/** Loads the library. Throws when it is not there or another one. */
export function loadTesseract(path: string, modelFolder: string): TesseractLibrary {
  const api = bind(path);
  /** By models, in the order of their last use. */
  const loaded = new Map<string, unknown>();
  /** The model that every page is first read with: loading it costs a quarter of what a page does. */
  let keptAlways = '';

  function handleFor(models: string, kind: number): unknown {
    const handle = loaded.get(models) ?? load(models, kind);
    loaded.delete(models);
    loaded.set(models, handle);
    const oldest = loaded.entries().find(([one]) => one !== keptAlways);
    if (loaded.size > MOST_LOADED && oldest !== undefined) {
      loaded.delete(oldest[0]);
      api.remove(oldest[1]);
    }
    return handle;
  }

  function load(models: string, kind: number): unknown {
    const handle: unknown = api.create();
    if (api.init(handle, modelFolder, models, kind) !== 0) {
      api.remove(handle);
      throw new Error(`the models ${models} could not be loaded`);
    }
    // Words of one page must not change how the next one is read.
    api.set(handle, 'tessedit_enable_doc_dict', '0');
    return handle;
  }

  function setAll(handle: unknown, settings: EngineSettings): void {
    for (const [name, value] of Object.entries(settings)) api.set(handle, name, value);
  }

  /** What `work` makes of the image, which is forgotten afterwards. */
  function withImage<Result>(handle: unknown, { width, height, pixels }: GreyImage, work: () => Result): Result {
    api.setImage(handle, pixels, width, height, 1, width);
    api.setResolution(handle, DPI);
    try {
      return work();
    } finally {
      api.clear(handle);
    }
  }

  return {
    version: String(api.version()),
    warmUp: (models) => {
      keptAlways = models;
      try {
        handleFor(models, KIND.neural);
      } catch {
        // Whoever asks for them is told.
      }
    },
    read: (image, models, { layout, settings }) => {
      const handle = handleFor(models, KIND.neural);
      setAll(handle, settings);
      api.setLayout(handle, layout);
      return withImage(handle, image, () => {
        if (api.recognize(handle, null) !== 0) throw new Error('the image could not be read');
        return String(api.table(handle, 0) ?? '');
      });
    },
    orient: (image, model) => {
      const handle = handleFor(model, KIND.legacy);
      setAll(handle, SHARED_DEFAULTS);
      api.setLayout(handle, SCRIPT_AND_TURN_ONLY);
      return withImage(handle, image, () => {
        // The library writes each answer into the first place of a list.
        const [degrees, turn, certainty]: [number[], number[], number[]] = [[0], [0], [0]];
        const script: string[] = [''];
        if (!api.orient(handle, degrees, turn, script, certainty)) return null;
        return {
          degrees: degrees[0] ?? 0,
          turnConfidence: turn[0] ?? 0,
          script: script[0] ?? '',
          scriptConfidence: certainty[0] ?? 0,
        };
      });
    },
  };
}
