import { keepingContract } from '../../contracts/keeping.contract.ts';
import { keepingOf } from '../../support/keeping-of.ts';

keepingContract('embedded', () => keepingOf());
