import { verifiedVersions, type VerifiedVersion } from 'microsip-sdk/catalogue';
import { useEffect, useRef, type ReactNode } from 'react';

import styles from '../playground.module.css';
import { longestCommandLine } from '../session/read-playground-link.ts';

interface CommandFormProps {
  readonly line: string;
  readonly version: VerifiedVersion;
  readonly onLine: (line: string) => void;
  readonly onVersion: (version: VerifiedVersion) => void;
  readonly onGive: () => void;
}

/** Where a command line is written and given to MicroSIP. */
export function CommandForm({ line, onGive, onLine, onVersion, version }: CommandFormProps): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  // What was written before this page's script had come.
  useEffect(() => {
    const written = input.current?.value;
    if (written !== undefined) onLine(written);
  }, [onLine]);

  return (
    <form
      className={styles['commandForm']}
      onSubmit={(event) => {
        event.preventDefault();
        onGive();
      }}
    >
      <div className={styles['commandLine']}>
        <label htmlFor="playground-line">
          <span className={styles['program']}>microsip.exe</span>
          <span className={styles['unseen']}> command line</span>
        </label>
        <input
          ref={input}
          id="playground-line"
          // Without a script, the form leads to the link that tries the line.
          name="line"
          type="text"
          value={line}
          maxLength={longestCommandLine}
          placeholder="a command, a number, anything"
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          onChange={(event) => onLine(event.target.value)}
        />
        <button type="submit" className={styles['primary']}>
          Give it
        </button>
      </div>
      <label className={styles['version']}>
        MicroSIP
        <select
          value={version}
          onChange={({ target }) => {
            const chosen = verifiedVersions.find((known) => known === target.value);
            if (chosen !== undefined) onVersion(chosen);
          }}
        >
          {verifiedVersions.toReversed().map((known) => (
            <option key={known}>{known}</option>
          ))}
        </select>
      </label>
    </form>
  );
}
