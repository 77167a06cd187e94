-- Starts `slipway serve` for Dockerfiles with Neovim's own client (0.8 or newer); everything else is the server's.
local M = {}

local defaults = {
  cmd = { 'slipway', 'serve' },
  filetypes = { 'dockerfile' },
  root_markers = { 'slipway.toml', '.hadolint.yaml', '.hadolint.yml', '.git' },
  settings = {},      -- what would stand under `slipway` in another editor: { lint = { skip = { 'DL3008' } } }
  highlight = 'auto', -- colours from our own grammar: 'auto' where its parser is found, 'off', 'on'
  on_attach = nil,
  capabilities = nil,
}

M.options = defaults

local function root_of(buffer)
  local name = vim.api.nvim_buf_get_name(buffer)
  local folder = name ~= '' and vim.fs.dirname(name) or vim.loop.cwd()
  local found = vim.fs.find(M.options.root_markers, { path = folder, upward = true })[1]
  return found and vim.fs.dirname(found) or folder
end

--- Starts the server for a buffer, or attaches the one that runs for its folder.
function M.start(buffer)
  buffer = buffer or vim.api.nvim_get_current_buf()
  if vim.fn.executable(M.options.cmd[1]) == 0 then
    vim.notify_once(("slipway: '%s' is not found; set `cmd` in require('slipway').setup"):format(M.options.cmd[1]), vim.log.levels.WARN)
    return nil
  end
  return vim.lsp.start({
    name = 'slipway',
    cmd = M.options.cmd,
    root_dir = root_of(buffer),
    settings = { slipway = M.options.settings },
    init_options = { slipway = M.options.settings },
    capabilities = M.options.capabilities,
    on_attach = M.options.on_attach,
  })
end

local function client_of(buffer)
  local list = vim.lsp.get_clients or vim.lsp.get_active_clients
  return list({ bufnr = buffer, name = 'slipway' })[1]
end

--- Converts the buffer to multi-stage, or says why that cannot be done. `base`: nil, 'debian', 'alpine' or 'distroless'.
function M.convert(base)
  local buffer = vim.api.nvim_get_current_buf()
  local client = client_of(buffer)
  if not client then
    vim.notify('slipway: no server runs for this buffer', vim.log.levels.WARN)
    return
  end
  local handler = function(problem, answer)
    if problem then return vim.notify('slipway: ' .. problem.message, vim.log.levels.ERROR) end
    if not answer.offered then return vim.notify('slipway: ' .. answer.reason.message) end
    local text = answer.dockerfile:gsub('\r\n', '\n'):gsub('\n$', '')
    vim.api.nvim_buf_set_lines(buffer, 0, -1, false, vim.split(text, '\n', { plain = true }))
    for _, note in ipairs(answer.notes) do vim.notify('slipway: ' .. note.message) end
  end
  local params = { textDocument = { uri = vim.uri_from_bufnr(buffer) }, base = base }
  if vim.fn.has('nvim-0.11') == 1 then
    client:request('slipway/convert', params, handler, buffer)
  else
    client.request('slipway/convert', params, handler, buffer)
  end
end

local here = vim.fn.fnamemodify(debug.getinfo(1, 'S').source:sub(2), ':p:h:h:h')

--- Compiles our grammar's parser to where Neovim finds it. Needs a C compiler; returns the file, or nil and what went wrong.
function M.build_parser()
  local sources = vim.fn.glob(here .. '/../../grammar/src/*.c', false, true)
  if #sources == 0 then return nil, 'the sources of the grammar are not beside the plugin' end
  vim.fn.mkdir(here .. '/parser', 'p')
  local file = here .. '/parser/dockerfile.so'
  local command = { 'cc', '-O2', '-fPIC', '-shared', '-I', here .. '/../../grammar/src', '-o', file }
  local output = vim.fn.system(vim.list_extend(command, sources))
  if vim.v.shell_error ~= 0 then return nil, output end
  return file
end

local function highlight(buffer)
  if M.options.highlight == 'off' then return end
  local ok, problem = pcall(vim.treesitter.start, buffer, 'dockerfile')
  if not ok and M.options.highlight == 'on' then
    vim.notify_once('slipway: no colours from the grammar: ' .. problem, vim.log.levels.WARN)
  end
end

--- Call once. Options: see `defaults` above.
function M.setup(options)
  M.options = vim.tbl_deep_extend('force', defaults, options or {})
  local group = vim.api.nvim_create_augroup('slipway', { clear = true })
  local function open(buffer)
    highlight(buffer)
    M.start(buffer)
  end
  vim.api.nvim_create_autocmd('FileType', {
    group = group,
    pattern = M.options.filetypes,
    callback = function(event) open(event.buf) end,
  })
  vim.api.nvim_create_user_command('SlipwayConvert', function(call) M.convert(call.args ~= '' and call.args or nil) end, {
    nargs = '?',
    complete = function() return { 'auto', 'debian', 'alpine', 'distroless' } end,
    desc = 'Convert the Dockerfile to multi-stage',
  })
  vim.api.nvim_create_user_command('SlipwayBuildParser', function()
    local file, problem = M.build_parser()
    vim.notify(file and ('slipway: wrote ' .. file) or ('slipway: ' .. problem), file and vim.log.levels.INFO or vim.log.levels.ERROR)
  end, { desc = "Compile the parser of Slipway's grammar" })
  if vim.tbl_contains(M.options.filetypes, vim.bo.filetype) then open(vim.api.nvim_get_current_buf()) end
end

return M
