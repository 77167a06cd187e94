// Starts `slipway serve` for Dockerfiles and hands it to VS Code's client; everything else is the server's.
const { commands, Range, window, workspace, WorkspaceEdit } = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

let client;

function makeClient() {
  const command = workspace.getConfiguration('slipway').get('path') || 'slipway';
  const server = { command, args: ['serve'] };
  return new LanguageClient('slipway', 'Slipway', server, {
    documentSelector: [{ language: 'dockerfile' }],
    initializationOptions: workspace.getConfiguration('slipway'),
    synchronize: { configurationSection: 'slipway' },
  });
}

async function start() {
  client = makeClient();
  try {
    await client.start();
  } catch (error) {
    const choice = await window.showErrorMessage(
      `Slipway cannot be started: ${error.message}. Install it, or say in the settings where it is.`, 'Settings');
    if (choice) await commands.executeCommand('workbench.action.openSettings', 'slipway.path');
  }
}

async function stop() {
  const running = client;
  client = undefined;
  if (running && running.needsStop()) await running.stop();
}

async function restart() {
  await stop();
  await start();
}

// The server gives the whole new text; one edit, so that one undo takes it back.
async function convert() {
  const editor = window.activeTextEditor;
  if (!editor || !client) return;
  const { document } = editor;
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const answer = await client.sendRequest('slipway/convert', { textDocument: { uri } });
  if (!answer.offered) {
    window.showInformationMessage(`Slipway: ${answer.reason.message}`);
    return;
  }
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(document.positionAt(0), document.positionAt(document.getText().length)), answer.dockerfile);
  await workspace.applyEdit(edit);
  const notes = answer.notes.map((note) => note.message);
  if (notes.length > 0) window.showInformationMessage(`Slipway: ${notes.join(' ')}`);
}

async function activate(context) {
  context.subscriptions.push(
    commands.registerCommand('slipway.convert', convert),
    commands.registerCommand('slipway.restart', restart),
    workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('slipway.path') && restart()));
  await start();
}

module.exports = { activate, deactivate: stop };
