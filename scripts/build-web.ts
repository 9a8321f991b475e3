// Builds the page into dist/web when the packages it is built with are there: `npm ci` does so, `npm ci --omit=dev` leaves the page as it was delivered.
try {
  const { build } = await import('vite');
  await build({ logLevel: 'warn' });
} catch (error) {
  if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')) throw error;
  console.log('The page was not built: the packages it is built with are not installed (npm ci without --omit=dev).');
}
