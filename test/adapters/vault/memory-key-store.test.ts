import { keyStoreContract } from '../../contracts/key-store.contract.ts';
import { createMemoryKeyStore } from '../../support/memory-key-store.ts';

keyStoreContract('memory', async () => createMemoryKeyStore());
