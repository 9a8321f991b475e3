import { type ReactNode, useMemo, useState } from 'react';
import type { OrderView, OwnOrderRow, OwnOrderView } from '#http/contract/translations.ts';
import { BackLink } from '../parts/back-link.tsx';
import { Page } from '../parts/page.tsx';
import { useWords } from '../words/use-words.ts';
import { BothSides } from './both-sides.tsx';
import { DueLabel, PairLabel, StateLabel, TermLabels } from './order-labels.tsx';
import { type ShownDifference, shownDifferences } from './shown-differences.ts';
import styles from './translations.module.css';

interface OrderFrameProps {
  /** Undefined while it is fetched. */
  readonly order: OwnOrderRow | undefined;
  /** Where the way back leads, in words. */
  readonly back: string;
  readonly children: ReactNode;
}

/** A page about an order: which paper it is, how it stands, and until when. */
export function OrderFrame({ order, back, children }: OrderFrameProps): ReactNode {
  const { t, say } = useWords();
  const type = order?.type;
  return (
    <Page
      title={type == null ? t('translations.unknownPaper') : say(type.label)}
      above={<BackLink to="/translations">{back}</BackLink>}
      lead={
        order === undefined ? undefined : (
          <span className={styles['lead']}>
            <StateLabel state={order.state} />
            <DueLabel order={order} />
            <PairLabel order={order} />
            <TermLabels order={order} />
          </span>
        )
      }
    >
      {children}
    </Page>
  );
}

/** What differs between the sides, and which of it is looked at. */
export interface DifferenceChoice {
  readonly differences: readonly ShownDifference[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

interface OrderColumnsProps {
  readonly view: OrderView | OwnOrderView;
  readonly pictures: Parameters<typeof BothSides>[0]['pictures'];
  /** What stands beside the sides. */
  readonly aside: (choice: DifferenceChoice) => ReactNode;
}

/** Original and translation, and beside them whatever comes next. */
export function OrderColumns({ view: { order, original, upload }, pictures, aside }: OrderColumnsProps): ReactNode {
  const words = useWords();
  const [chosen, setChosen] = useState<string | null>(null);
  const differences = useMemo(() => shownDifferences(upload?.differences ?? [], words), [upload, words]);
  const choice = { differences, chosen, onChoose: setChosen };
  return (
    <div className={styles['columns']}>
      <BothSides
        {...{ original, upload, pictures, ...choice }}
        language={order.language?.code ?? null}
        into={order.into.code}
      />
      <div className={styles['aside']}>{aside(choice)}</div>
    </div>
  );
}
