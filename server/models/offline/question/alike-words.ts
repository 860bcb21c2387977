import { stem } from "./stem.ts";

/** Words with which English says the same of many subjects; no line names a subject. */
const groups = `
limit maximum max cap bound restrict ceiling quota
minimum least
long duration time timeout period seconds
large size bytes big length
run execute execution invoke
fail failure error exception throw crash
change replace convert instead
move migrate upgrade migration switch
remove delete drop deprecate
create make add new
enable activate on
disable off prevent avoid
configure config configuration setting option settings set
start begin initial
stop abort cancel end terminate interrupt
send submit submission post request
store save persist keep
keep preserve retain hold
evict discard drop throw purge forget
live expire expiration lifetime ttl
refuse reject deny decline block
raise increase extend enlarge
part subset
history past previous earlier
chat conversation chatbot
page route
reconnect resume recover
freeze hang unresponsive crash
check validate verify validation
difference differ unlike versus whereas compare contrast
require requirement must prerequisite need needs necessary mandatory
allow permit support can
available accessible exposed
deploy deployment production hosting host
log logging logger
login authenticate authentication auth authorization session
retry retries attempt again
several multiple many
folder directory
label tag
runtime environment
image picture photo
user visitor client
read get fetch retrieve load
write update modify edit
show display render
cause reason because why due
fix solve solution resolve workaround
unsupported supported
slow delay latency
fast quick performance speed
test testing mock
type typed typing
list all every each
price cost pricing fee
safe secure security
call request
result response answer output
decide determine choose select
detect recognize determine
serve deliver
exposed expose available bundle
together combine both with
old stale outdated
missing optional absent undefined
extra additional further
first initial next
language locale translation internationalization
place where location
count consume use
hand pass give provide supply
crawler bot
gone removed renamed deprecated
called named name
wait delay pause
word chunk
split divide separate
site website app application
switch option toggle flag
send pass
own custom
visitor visit request client
parameter param argument
configuration config
environment env
development dev
repository repo
documentation docs
application app
database db
message msg
function func
authentication auth
win precedence prevail priority
corner position side place location
format type extension kind
receive accept take get
respect honor obey follow ignore regardless
see visible view visibility
cut end limit truncate timeout
tune configure adjust control override
reach forward pass
small reduce little minimal isolate
forget omit miss without
await wait
produce generate create make
hint indicator
task purpose case
twice duplicate repeat double
report track send
price charge cost
best recommend prefer ideal
pick choose order load
approve accept confirm approval
trigger call invoke raise
`;

const alikeByStem = new Map<string, Set<string>>();
const wordsByStem = new Map<string, string[]>();
for (const group of groups.trim().split("\n")) {
  const words = group.split(" ");
  for (const word of words) {
    const own = stem(word);
    const others = words.filter((other) => stem(other) !== own);
    alikeByStem.set(own, new Set([...(alikeByStem.get(own) ?? []), ...others.map(stem)]));
    wordsByStem.set(own, [...(wordsByStem.get(own) ?? []), ...others]);
  }
}

const none: ReadonlySet<string> = new Set();

/** Stems of words that often stand for this one. */
export function alikeStems(one: string): ReadonlySet<string> {
  return alikeByStem.get(one) ?? none;
}

/** The same as words, the most usual first. */
export function alikeWords(one: string): readonly string[] {
  return wordsByStem.get(one) ?? [];
}
