-- Generic cell rate algorithm, one request. Atomic, and by Redis's clock, so that replicas agree.
-- KEYS[1] bucket; ARGV[1] interval, ARGV[2] tolerance, both in milliseconds
-- returns {allowed, remaining, retry after ms, reset ms}
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
local interval = tonumber(ARGV[1])
local tolerance = tonumber(ARGV[2])
local arrival = math.max(now, tonumber(redis.call('GET', KEYS[1]) or now))
local earliest = arrival + interval - tolerance
if earliest > now then
  return {0, 0, earliest - now, arrival - now}
end
local nextArrival = arrival + interval
redis.call('SET', KEYS[1], string.format('%.0f', nextArrival), 'PX', nextArrival - now)
return {1, math.floor((now - earliest) / interval), 0, nextArrival - now}
