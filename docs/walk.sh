# Read by the walk in README.md: `source docs/walk.sh`. Needs bash, curl and node.
API=${API:-http://127.0.0.1:3000/api/v1}
COMMUNITY=d-pudong/s-weifang/c-y

# token NAME: a token for one of the sample people.
token() { npm run --silent baogong -- token "$1"; }

# new_id: a UUID of version 7, as every new thing and every Idempotency-Key needs one.
new_id() {
  node -p "const t = Date.now().toString(16).padStart(12, '0'), r = crypto.randomUUID(); t.slice(0, 8) + '-' + t.slice(8) + '-7' + r.slice(15)"
}

# post TOKEN PATH JSON: sends a command under a fresh Idempotency-Key.
post() {
  curl -sS -X POST "$API/$2" -H "authorization: Bearer $1" -H 'content-type: application/json' \
    -H "idempotency-key: $(new_id)" -d "$3" && echo
}

# get TOKEN PATH
get() { curl -sS "$API/$2" -H "authorization: Bearer $1" && echo; }

# eventually TOKEN PATH TEXT: asks until the answer holds TEXT; services hear of each other a moment later.
eventually() {
  local answer
  for _ in $(seq 60); do
    answer=$(get "$1" "$2")
    case "$answer" in *"$3"*) echo "$answer"; return ;; esac
    sleep 0.5
  done
  echo "no '$3' in: $answer" >&2
  return 1
}
