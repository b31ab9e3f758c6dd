import { settingOf } from 'microsip-sdk/catalogue';
import { memo, useId, type ReactNode } from 'react';

import styles from '../playground.module.css';
import {
  iniLinesOf,
  type IniLine,
  type PlaygroundSettings,
  type RegistrarManner,
} from '../session/playground-settings.ts';
import { shownText } from '../session/shown-text.ts';

interface SettingsFormProps {
  readonly settings: PlaygroundSettings;
  readonly onSettings: (change: Partial<PlaygroundSettings>) => void;
}

/** What the phone is started with, and the ini that says so. */
export const SettingsForm = memo(function SettingsForm({
  onSettings,
  settings,
}: SettingsFormProps): ReactNode {
  const accountNumbers = [0, 1, 2] as const;
  return (
    <div className={styles['settings']}>
      <div className={styles['settingGroups']}>
        <fieldset>
          <legend>Accounts</legend>
          <Choice
            label="Accounts set up"
            value={String(settings.accounts)}
            options={{ 0: 'None', 1: 'One, 1001@pbx.test', 2: 'Two, and 2001@home.test' }}
            onChoose={(value) =>
              onSettings({ accounts: accountNumbers.find((number) => String(number) === value) ?? 1 })
            }
          />
          <Choice
            label="Its registrar"
            value={settings.registrar}
            options={{
              accepts: 'accepts it',
              refuses: 'refuses it: 403',
              silent: 'does not answer',
            }}
            onChoose={(registrar: RegistrarManner) => onSettings({ registrar })}
          />
          <Switch
            setting="enableLocalAccount"
            label="Local account"
            isOn={settings.enableLocalAccount}
            onSwitch={(enableLocalAccount) => onSettings({ enableLocalAccount })}
          />
          <Text
            section="Account1"
            setting="dialingPrefix"
            label="Prefix"
            value={settings.dialingPrefix}
            onText={(dialingPrefix) => onSettings({ dialingPrefix })}
          />
          <Text
            section="Account1"
            setting="dialPlan"
            label="Dial plan"
            value={settings.dialPlan}
            onText={(dialPlan) => onSettings({ dialPlan })}
          />
        </fieldset>
        <fieldset>
          <legend>Calls</legend>
          <Switch
            setting="singleMode"
            label="One call at a time"
            isOn={settings.singleMode}
            onSwitch={(singleMode) => onSettings({ singleMode })}
          />
          <Switch
            setting="callWaiting"
            label="Call waiting"
            isOn={settings.callWaiting}
            onSwitch={(callWaiting) => onSettings({ callWaiting })}
          />
          <Switch
            setting="autoAnswer"
            label="Answer every call"
            isOn={settings.autoAnswer === 'all'}
            onSwitch={(isOn) => onSettings({ autoAnswer: isOn ? 'all' : 'button' })}
          />
          <Choice
            label="Answer after"
            value={String(settings.autoAnswerDelay)}
            options={{ 0: 'at once', 3: '3 s', 10: '10 s' }}
            onChoose={(value) => onSettings({ autoAnswerDelay: Number(value) })}
          />
          <Switch
            setting="denyIncoming"
            label="Refuse every call"
            isOn={settings.denyIncoming === 'all'}
            onSwitch={(isOn) => onSettings({ denyIncoming: isOn ? 'all' : 'button' })}
          />
        </fieldset>
        <fieldset>
          <legend>Events</legend>
          <Text
            section="Settings"
            setting="cmdCallStart"
            label="Program of every hook"
            help="Each hook key is set to it, with the key’s own name behind it. Without a program, no hook is set."
            value={settings.hookProgram}
            onText={(hookProgram) => onSettings({ hookProgram })}
          />
          <Choice
            label="It runs for"
            value={String(settings.hookMs)}
            options={{ 100: '0.1 s', 3000: '3 s', 15000: '15 s' }}
            onChoose={(value) => onSettings({ hookMs: Number(value) })}
          />
          <Switch
            setting="enableLog"
            label="Log"
            isOn={settings.enableLog}
            onSwitch={(enableLog) => onSettings({ enableLog })}
          />
        </fieldset>
      </div>
      <p className={styles['aside']}>
        MicroSIP reads its ini when it starts, so a change starts this phone anew. What differs from its own
        defaults:
      </p>
      <pre className={styles['ini']} tabIndex={0} aria-label="The ini">
        <code>{iniText(iniLinesOf(settings))}</code>
      </pre>
    </div>
  );
});

function iniText(lines: readonly IniLine[]): string {
  const sections = [...new Set(lines.map(({ section }) => section))];
  return sections
    .map((name) =>
      [
        `[${name}]`,
        ...lines
          .filter(({ section }) => section === name)
          .map(({ key, value }) => `${key}=${shownText(value)}`),
      ].join('\n'),
    )
    .join('\n\n');
}

/** What the catalogue says of a setting. */
function meaningOf(section: string, setting: string): string {
  return (settingOf(section, setting)?.meaning ?? '').replaceAll('`', '');
}

function Switch(props: {
  readonly setting: string;
  readonly label: string;
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
}): ReactNode {
  const { isOn, label, onSwitch, setting } = props;
  return (
    <label className={styles['switch']} title={meaningOf('Settings', setting)}>
      <input type="checkbox" checked={isOn} onChange={(event) => onSwitch(event.target.checked)} />
      {label} <code>{setting}</code>
    </label>
  );
}

function Text(props: {
  readonly section: string;
  readonly setting: string;
  readonly label: string;
  readonly help?: string;
  readonly value: string;
  readonly onText: (text: string) => void;
}): ReactNode {
  const { help, label, onText, section, setting, value } = props;
  const id = useId();
  return (
    <div className={styles['text']}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        value={value}
        maxLength={250}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-help`}
        onChange={(event) => onText(event.target.value)}
      />
      <span id={`${id}-help`} className={styles['aside']}>
        {help ?? meaningOf(section, setting)}
      </span>
    </div>
  );
}

function Choice<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly options: Readonly<Record<Value, string>>;
  readonly onChoose: (value: Value) => void;
}): ReactNode {
  const { label, onChoose, options, value } = props;
  const values = Object.keys(options) as Value[];
  return (
    <label className={styles['choice']}>
      {label}
      <select
        value={value}
        onChange={({ target }) => {
          const chosen = values.find((known) => known === target.value);
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        {values.map((known) => (
          <option key={known} value={known}>
            {options[known]}
          </option>
        ))}
      </select>
    </label>
  );
}
