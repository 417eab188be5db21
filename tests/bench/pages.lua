-- SPDX-License-Identifier: Apache-2.0
-- wrk: each request asks for a page that nobody asked for before: the twenty jobs up to a random moment.
local from, span

function init(args)
  from, span = tonumber(args[1]), tonumber(args[2]) - tonumber(args[1])
  math.randomseed(os.time())
end

function request()
  local ms = from + math.random() * span
  local moment = os.date("!%Y-%m-%dT%H:%M:%S", math.floor(ms / 1000)) .. string.format(".%03dZ", ms % 1000)
  return wrk.format("GET", wrk.path .. "&created_at_on_or_before=" .. moment)
end
