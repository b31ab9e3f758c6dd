import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';

import styles from '../playground.module.css';

/** A tab: its name, and what it shows. */
export interface Tab {
  readonly name: string;
  readonly count?: number;
  readonly panel: ReactNode;
}

/** Tabs as WAI-ARIA describes them: arrows, Home and End choose, and only the chosen one is in the tab order. */
export function Tabs({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }): ReactNode {
  const id = useId();
  const [chosen, choose] = useState(0);
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const places: Readonly<Record<string, number>> = {
      ArrowRight: (chosen + 1) % tabs.length,
      ArrowLeft: (chosen + tabs.length - 1) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    };
    const place = places[event.key];
    if (place === undefined) return;
    event.preventDefault();
    choose(place);
    buttons.current[place]?.focus();
  };

  return (
    <>
      <div role="tablist" aria-label={label} className={styles['tabList']} onKeyDown={onKeyDown}>
        {tabs.map(({ count, name }, index) => (
          <button
            key={name}
            ref={(button) => {
              buttons.current[index] = button;
            }}
            type="button"
            role="tab"
            id={`${id}-tab-${String(index)}`}
            aria-selected={index === chosen}
            aria-controls={`${id}-panel`}
            tabIndex={index === chosen ? 0 : -1}
            onClick={() => choose(index)}
          >
            {name}
            {count !== undefined && count > 0 && <span className={styles['count']}> {count}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-tab-${String(chosen)}`}>
        {tabs[chosen]?.panel}
      </div>
    </>
  );
}
