import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { until } from '../../support/sdk/until.ts';

describe('the Markdown preview', () => {
  afterEach(async () => {
    await configure('languages', undefined);
    await configure('region', undefined);
  });

  async function configure(name: string, value: unknown): Promise<void> {
    const settings = vscode.workspace.getConfiguration('microsip.numbers');
    await settings.update(name, value, vscode.ConfigurationTarget.Global);
  }

  /** Markdown as VS Code's own preview shows it. */
  function render(markdown: string): Thenable<string> {
    return vscode.commands.executeCommand<string>('markdown.api.render', markdown);
  }

  function hrefOf(text: string): string {
    const { uriScheme } = vscode.env;
    return `href="${uriScheme}://microsip-devkit.microsip-devkit/dial?number=${encodeURIComponent(text)}"`;
  }

  before(async () => {
    // What finds numbers is loaded with the first preview.
    await until(
      async () => (await render('+49 30 123456')).includes(hrefOf('+49 30 123456')),
      'a number to be found',
    );
  });

  it('leads numbers, addresses and links that dial to this extension', async () => {
    const html = await render('Call +49 30 123456, sip:ada@example.com or [us](tel:101)');
    for (const text of ['+49 30 123456', 'sip:ada@example.com', 'tel:101']) {
      assert.ok(html.includes(hrefOf(text)), html);
    }
    assert.ok(html.includes('title="Dial +4930123456 with MicroSIP"'), html);
  });

  it('leaves code and other links alone', async () => {
    const html = await render('`+49 30 123456` https://example.com/ [+49 30 123456](https://example.com/)');
    assert.ok(html.includes('href="https://example.com/"'), html);
    assert.ok(!html.includes('/dial?'), html);
  });

  it('finds numbers as the settings for region and languages say', async () => {
    await configure('region', 'DE');
    assert.ok((await render('030 123456')).includes(hrefOf('030 123456')));
    await configure('region', 'US');
    assert.ok(!(await render('030 123456')).includes('/dial?'));
    await configure('languages', []);
    const html = await render('+49 30 123456 and tel:101');
    assert.ok(!html.includes(hrefOf('+49 30 123456')), html);
    assert.ok(html.includes(hrefOf('tel:101')), html);
  });

  it('shows hostile numbers as the text that they are', async () => {
    const html = await render('[x](tel:101"onclick=alert(1)) sip:a@b.test?x=<script>alert(1)</script>');
    assert.ok(!/onclick=alert|<a [^>]*<script/u.test(html.replaceAll(/"[^"]*"/gu, '""')), html);
  });
});
