-- What a user of our plugin sees: the file type, the attached server, findings, colours, the conversion.
-- usage: nvim --headless -l session.lua SLIPWAY FILE, with the plugin on the runtime path. Exit status 1 when something is missing.
local slipway, file = arg[1], arg[2]
local failures = 0
local function check(what, ok, detail)
  io.stdout:write(ok and 'ok      ' or 'FAILED  ', what, detail and (': ' .. tostring(detail)) or '', '\n')
  if not ok then failures = failures + 1 end
end

vim.cmd('filetype on')
local plugin = require('slipway')
local parser, problem = plugin.build_parser()
check('the grammar compiles to a parser', parser ~= nil, problem)
plugin.setup({ cmd = { slipway, 'serve' }, settings = { lint = { skip = { 'DL3007' } } } })
vim.cmd.edit(file)
check('the file type of ' .. file, vim.bo.filetype == 'dockerfile', vim.bo.filetype)

local clients = vim.lsp.get_clients or vim.lsp.get_active_clients
local attached = vim.wait(20000, function()
  local client = clients({ bufnr = 0, name = 'slipway' })[1]
  return client ~= nil and client.initialized
end, 20)
check('the server is attached', attached)
vim.wait(10000, function() return #vim.diagnostic.get(0) > 0 end, 20)
local found = vim.diagnostic.get(0)
check('findings are shown', #found > 0, found[1] and found[1].message)

local colours = pcall(vim.treesitter.get_parser, 0, 'dockerfile') and vim.treesitter.highlighter.active[vim.api.nvim_get_current_buf()] ~= nil
local queries = vim.treesitter.query.get_files('dockerfile', 'highlights')
check('queries are found', #queries > 0)
check('the grammar colours the buffer', colours)
for _, kind in ipairs({ 'highlights', 'injections', 'folds', 'locals', 'textobjects' }) do
  if #vim.treesitter.query.get_files('dockerfile', kind) > 0 then
    local ok, message = pcall(vim.treesitter.query.get, 'dockerfile', kind)
    check('the query ' .. kind .. ' fits the grammar', ok, not ok and message or nil)
  end
end

local said = {}
vim.notify = function(message) table.insert(said, message) end
local before = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
vim.cmd('SlipwayConvert')
vim.wait(10000, function() return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') ~= before or #said > 0 end, 20)
local after = vim.api.nvim_buf_get_lines(0, 0, -1, false)
check(':SlipwayConvert answers', table.concat(after, '\n') ~= before or #said > 0, said[1])
local stages = #vim.tbl_filter(function(line) return line:match('^FROM ') end, after)
check('the buffer has several stages now', stages > 1, stages)
vim.lsp.stop_client(clients({ name = 'slipway' }))
vim.wait(2000, function() return #clients({ name = 'slipway' }) == 0 end, 20)
os.exit(failures == 0 and 0 or 1)
