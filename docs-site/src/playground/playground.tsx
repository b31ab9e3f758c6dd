import Link from '@docusaurus/Link';
import { useLocation } from '@docusaurus/router';
import { explainCommandLine, headline } from 'microsip-sdk/explanation';
import type { CommandLineContext, FarEndAct, UserInput } from 'microsip-sdk/phone-model';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';

import { CallerForm } from './components/caller-form.tsx';
import { ClockControls } from './components/clock-controls.tsx';
import { CommandForm } from './components/command-form.tsx';
import { Examples } from './components/examples.tsx';
import { FarEndForm } from './components/far-end-form.tsx';
import { Happenings } from './components/happenings.tsx';
import { HookRuns } from './components/hook-runs.tsx';
import { LogView } from './components/log-view.tsx';
import { PhonePanel } from './components/phone-panel.tsx';
import { Reading } from './components/reading.tsx';
import { SettingsForm } from './components/settings-form.tsx';
import { SituationForm } from './components/situation-form.tsx';
import { Tabs } from './components/tabs.tsx';
import { playgroundLink } from './playground-link.ts';
import styles from './playground.module.css';
import { contextOf, type Caller } from './session/playground-session.ts';
import type { PlaygroundSettings } from './session/playground-settings.ts';
import { readPlaygroundLink } from './session/read-playground-link.ts';
import { shownText } from './session/shown-text.ts';
import { fittingSituation, type Situation } from './session/situation.ts';
import { useAnnouncement } from './use-announcement.ts';
import { usePlayground } from './use-playground.ts';

/** A simulated MicroSIP in the page: what it makes of a command line, and what happens then. */
export function Playground(): ReactNode {
  const { isRunning, session, setRunning, snapshot } = usePlayground();
  const [line, setLine] = useState('-hangup');
  // As long as a line stands as it was given, it is read as it was when it was given.
  const [given, setGiven] = useState<CommandLineContext>();
  const [situation, setSituation] = useState<Situation>('idle');
  const [problem, setProblem] = useState<string>();
  const { elapsed, happenings, hookRuns, log, nextAt, phone, settings } = snapshot;

  const begin = useCallback(
    (change: Partial<PlaygroundSettings>, next: Situation) => {
      setSituation(next);
      setGiven(undefined);
      session.begin({ ...session.snapshot.settings, ...change }, next);
    },
    [session],
  );
  const give = useCallback(
    (text: string) => {
      setLine(text);
      setGiven(session.context);
      session.giveCommandLine(text);
    },
    [session],
  );
  const tryLine = useCallback(
    (text: string) => {
      begin({}, fittingSituation(text, session.snapshot.settings.version));
      give(text);
    },
    [begin, give, session],
  );

  const onLine = useCallback((text: string) => {
    setLine(text);
    setGiven(undefined);
  }, []);

  const { search } = useLocation();
  useEffect(() => {
    const link = readPlaygroundLink(search);
    setProblem(link.asks === 'something-else' ? link.problem : undefined);
    if (link.asks !== 'line') return;
    const { request } = link;
    begin({ version: request.version }, request.situation);
    give(request.line);
  }, [begin, give, search]);

  const explanation = useMemo(
    () => explainCommandLine(line.replace(/^[ \t]+/u, ''), { context: given ?? contextOf(phone, settings) }),
    [given, line, phone, settings],
  );
  const reading = useAnnouncement(shownText(headline(explanation)));

  const onUser = useCallback((input: UserInput) => session.userDoes(input), [session]);
  const onFarEnd = useCallback(
    (callId: string, act: FarEndAct) => session.farEndDoes(callId, act),
    [session],
  );
  const onRegistrar = useCallback((status: number) => session.registrarAnswers(status), [session]);
  const onCall = useCallback((caller: Caller) => session.callIn(caller), [session]);
  const onSettings = useCallback(
    (change: Partial<PlaygroundSettings>) => {
      const { farEnd, hookMs, ...others } = change;
      const surroundings = {
        ...(farEnd !== undefined && { farEnd }),
        ...(hookMs !== undefined && { hookMs }),
      };
      if (Object.keys(others).length > 0) begin(change, situation);
      else session.changeSurroundings(surroundings);
    },
    [begin, session, situation],
  );
  const onSituation = useCallback((next: Situation) => begin({}, next), [begin]);

  return (
    <div className={styles['playground']}>
      {problem !== undefined && (
        <p role="alert" className={styles['problem']}>
          {problem}
        </p>
      )}
      <CommandForm
        line={line}
        version={settings.version}
        onLine={onLine}
        onVersion={(version) => onSettings({ version })}
        onGive={() => give(line)}
      />
      <Examples onTry={tryLine} />
      <Reading explanation={explanation} onGive={give} />

      <div className={styles['columns']}>
        <section className={styles['card']} aria-label="The phone">
          <h2 className={styles['label']}>The phone</h2>
          <PhonePanel
            phone={phone}
            now={session.epochAt(elapsed)}
            onUser={onUser}
            onFarEnd={onFarEnd}
            onRegistrar={onRegistrar}
          />
          <h2 className={styles['label']}>Somebody calls</h2>
          <CallerForm isEnabled={phone !== undefined} onCall={onCall} />
          <h2 className={styles['label']}>Time and scene</h2>
          <ClockControls
            elapsed={elapsed}
            nextAt={nextAt}
            isRunning={isRunning}
            onRunning={setRunning}
            onPass={(ms) => session.passTime(ms)}
            onNext={() => session.passToNext()}
          />
          <FarEndForm manner={settings.farEnd} onManner={(farEnd) => onSettings({ farEnd })} />
          <SituationForm situation={situation} onSituation={onSituation} />
        </section>
        <section className={styles['card']} aria-label="What happens">
          <Tabs
            label="What happens"
            tabs={[
              { name: 'What happens', panel: <Happenings happenings={happenings} /> },
              { name: 'Hooks', count: hookRuns.length, panel: <HookRuns hookRuns={hookRuns} /> },
              { name: 'Log', panel: <LogView log={log} /> },
            ]}
          />
        </section>
      </div>

      <details className={styles['card']}>
        <summary>Settings of this phone</summary>
        <SettingsForm settings={settings} onSettings={onSettings} />
      </details>
      <p className={styles['aside']}>
        <Link to={playgroundLink({ line, version: settings.version, situation })}>
          A link to this command line
        </Link>
      </p>
      <p role="status" aria-label="The reading" className={styles['unseen']}>
        {reading}
      </p>
      <p role="status" aria-label="The latest" className={styles['unseen']}>
        {shownText(snapshot.announcement)}
      </p>
    </div>
  );
}
