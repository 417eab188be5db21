-- SPDX-License-Identifier: Apache-2.0
-- wrk: pages that nobody asked for before, so that no kept answer can serve them.
--   new                the page as it is, under an address of its own (a name the list does not know changes nothing else)
--   moments FROM TO    the jobs up to a random moment (milliseconds)
--   tokens FILE        the page behind a random one of the tokens in the file
local kinds, make, n = {}, nil, 0

function kinds.new()
  return function() return "" end
end

function kinds.moments(from, to)
  return function()
    local ms = from + math.random() * (to - from)
    local moment = os.date("!%Y-%m-%dT%H:%M:%S", math.floor(ms / 1000)) .. string.format(".%03dZ", ms % 1000)
    return "&created_at_on_or_before=" .. moment
  end
end

function kinds.tokens(file)
  local tokens = {}
  for line in io.lines(file) do tokens[#tokens + 1] = line end
  return function() return "&page_token=" .. tokens[math.random(#tokens)] end
end

function init(args)
  math.randomseed(os.time())
  make = kinds[args[1]](args[2], args[3])
end

function request()
  n = n + 1
  return wrk.format("GET", wrk.path .. make() .. "&unknown=" .. n)
end
