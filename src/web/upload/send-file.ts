import { DetailedError, Upload } from 'tus-js-client';
import type { FileRow } from '#http/contract/cases.ts';
import type { UploadReceipt } from '#http/contract/uploads.ts';
import { type ApiFailure, unreachable } from '../api/api-failure.ts';
import { call } from '../api/call.ts';
import { readFailure } from '../api/read-failure.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { UploadItem } from './upload-item.ts';

const ENDPOINT = '/api/uploads';
/** Small enough that a slow line gets one through within the server's patience, and that proxies let it pass. */
const CHUNK_BYTES = 2 * 1024 * 1024;
/** Half an hour of a bad line, looked at every ten seconds; then the person says when to go on. */
const PAUSES_MS = [500, 1_000, 2_000, 5_000, ...Array.from({ length: 180 }, () => 10_000)];
/** Worth another try: the line, the server, somebody who went on with it elsewhere. */
const MAY_PASS = [409, 423, 429];

export interface Sending {
  readonly item: UploadItem;
  /** The upload that was begun before the page was closed; null for a new one. */
  readonly resumes: string | null;
  /** Told under which id the server knows it. */
  readonly onBegun: (id: string) => void;
  readonly onSent: (bytes: number) => void;
  readonly onPaused: () => void;
  readonly onReceived: (files: readonly FileRow[]) => void;
  readonly onFailed: (failure: ApiFailure) => void;
}

/** Sends a file, and goes on by itself when the line breaks. Gives how to stop it. */
export function sendFile({ item, resumes, onBegun, onSent, onPaused, onReceived, onFailed }: Sending): () => void {
  const { file, caseId, path } = item;
  const upload = new Upload(file, {
    endpoint: ENDPOINT,
    ...(resumes === null ? {} : { uploadUrl: `${ENDPOINT}/${resumes}` }),
    metadata: { caseId, name: file.name, relativePath: path, fingerprint: fingerprintOf(path, file) },
    chunkSize: CHUNK_BYTES,
    retryDelays: PAUSES_MS,
    // The server knows what is unfinished; no name of a paper stays in the browser.
    storeFingerprintForResuming: false,
    onUploadUrlAvailable: () => onBegun(idOf(upload.url)),
    onProgress: onSent,
    onShouldRetry: (error) => {
      const status = error instanceof DetailedError ? (error.originalResponse?.getStatus() ?? 0) : 0;
      const mayPass = status === 0 || status >= 500 || MAY_PASS.includes(status);
      if (mayPass) onPaused();
      return mayPass;
    },
    onError: (error) => onFailed(failureOf(error)),
    onSuccess: ({ lastResponse }) => {
      void receiptOf(upload.url, lastResponse.getBody()).then(onReceived, onFailed);
    },
  });
  upload.start();
  return () => void upload.abort();
}

/** The answer to the last byte; when that was lost, the receipt is told again. */
async function receiptOf(url: string | null, body: string): Promise<readonly FileRow[]> {
  if (body !== '') {
    const receipt: UploadReceipt = JSON.parse(body);
    return receipt.files;
  }
  return (await call<UploadReceipt>(`${ENDPOINT}/${encodeURIComponent(idOf(url))}`)).files;
}

function idOf(url: string | null): string {
  return url?.split('/').at(-1) ?? '';
}

function failureOf(error: Error | DetailedError): ApiFailure {
  const response = error instanceof DetailedError ? error.originalResponse : null;
  if (response === null || response.getStatus() === 0) return unreachable();
  try {
    return readFailure(response.getStatus(), JSON.parse(response.getBody()));
  } catch {
    return readFailure(response.getStatus(), null);
  }
}
