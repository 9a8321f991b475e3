import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import type { Column } from './column.ts';
import styles from './data-table.module.css';
import { Icon } from './icon.tsx';
import type { Sorting } from './sort-rows.ts';

interface DataTableHeadProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly sorting: Sorting | null;
  readonly onSort: (sorting: Sorting) => void;
}

/** The headers of a table; those that sort are buttons. */
export function DataTableHead<Row>({ columns, sorting, onSort }: DataTableHeadProps<Row>): ReactNode {
  const { t } = useWords();
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map((column) => {
          const isSorted = sorting?.column === column.id;
          const isDown = isSorted && sorting.isDown;
          return (
            <th
              key={column.id}
              scope="col"
              className={[
                column.isNumber === true ? styles['number'] : '',
                column.isWideOnly === true ? styles['wide'] : '',
              ]
                .join(' ')
                .trim()}
              style={column.width === undefined ? {} : { width: column.width }}
              aria-sort={sortWord(isSorted, isDown)}
            >
              {column.sortBy === undefined ? (
                column.header
              ) : (
                <button
                  type="button"
                  className={styles['sort']}
                  title={t('shell.table.sort', { column: column.header })}
                  onClick={() => onSort({ column: column.id, isDown: isSorted && !isDown })}
                >
                  {column.header}
                  <span className={isSorted ? styles['arrow'] : styles['arrowOff']}>
                    <Icon name={isDown ? 'down' : 'up'} size={14} />
                  </span>
                </button>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function sortWord(isSorted: boolean, isDown: boolean): 'ascending' | 'descending' | undefined {
  if (!isSorted) return undefined;
  return isDown ? 'descending' : 'ascending';
}
