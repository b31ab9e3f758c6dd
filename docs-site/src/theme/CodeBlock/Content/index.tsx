import { useCodeBlockContext } from '@docusaurus/theme-common/internal';
import { useContext, type ReactNode } from 'react';

import { readColourRuns } from '../../../code-block/colour-runs.ts';
import { ProgramColours } from '../../../code-block/program-colours.ts';
import styles from './styles.module.css';

/** The lines of a code block. Their colours are classes, so that a page is right in the light and in the dark at once. */
export default function ColouredLines(): ReactNode {
  const { metadata, wordWrap } = useCodeBlockContext();
  const lines = readColourRuns(metadata.code, useContext(ProgramColours));
  return (
    // Long lines are scrolled, by the keyboard too.
    <pre ref={wordWrap.codeBlockRef} tabIndex={0} className={`${styles['block'] ?? ''} thin-scrollbar`}>
      <code className={styles['lines']}>
        {lines.map((pieces, line) => (
          <div key={line} className="token-line">
            {pieces.map(({ colour, text }, piece) =>
              colour === undefined ? (
                text
              ) : (
                <span key={piece} className={`code-${colour}`}>
                  {text}
                </span>
              ),
            )}
            <br />
          </div>
        ))}
      </code>
    </pre>
  );
}
