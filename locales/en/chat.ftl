# What the bot says about commands, buttons and questions themselves.

core-welcome = Hello, I am Steward. I count pledges, by sector, and never show a name. An administrator types: /setup
# What Telegram shows before anybody has written: in the empty chat (at most 512 characters), on the profile (at most 120).
core-telegram-description = I keep count for a committee of working people: pledges that add up, roles that go round, rest after actions, votes and assemblies. Add me to your group, where somebody who administers it types /setup. Here, with me alone, you answer what nobody else needs to see. In a group I take in commands and replies to me, nothing else.
core-telegram-short-description = I keep count for a committee: pledges, roles, rest, votes and assemblies.
# In a place that the bot was not added to, on Discord.
core-not-added = I only work in servers that I was added to. Ask somebody who manages this server to add me, or write to me directly.
core-hello = Hello. Type /help to see what you can do, or /me to see what I know about you.
core-not-known = I don't know you yet. Write in your group first: /help
core-in-no-group = I see you in no cell's group. Write to me with the account that is in your cell's group, or write in the group first: /help
core-which-cell = In which of these cells do you count? Then I do what you asked for.
core-not-set-up = This group is not set up yet. An administrator types: /setup
core-unsuited = I do nothing in the direct messages of a channel: whoever runs it reads them. Write to me directly, or in your group.
core-set-up-already = This group is set up already.
core-only-in-group = That works in your group, not here.
core-only-direct = That works only when you write to me directly.

core-anonymous = You write here in the name of a group, so I cannot tell who you are. Turn off “Remain anonymous” in your administrator rights, or write to me directly.
core-needs-member = That is for members of this cell.
core-needs-administrator = Only an administrator of this chat can do that. Please ask one of them.
core-needs-coordinator = That is for the coordinator of this cell: { $people }.
core-uncoordinated = That is for the coordinator of this cell, and nobody coordinates it now. A steward names somebody: /cell settings coordinator
core-needs-steward = That is for the stewards of this federation.

core-unknown-command = I don't know that. Type /help to see what you can do.
core-did-you-mean = Did you mean { $command }?
core-which = /{ $command } – what would you like to do?
core-unknown-word = /{ $command } does not know that. It knows:
core-left-over = I don't understand “{ $text }”. Type /help to see what you can write.
core-no-colon = Do you mean “{ $key }: …”? Put a colon behind it. If you want to begin with that word, put all of it in quotes.
core-flag-or-text = “{ $word }” may also be a word of your text.
core-part-of-text = No, it is part of my text
core-outdated-command = That command has changed. Please try again in a minute.
core-failed = Something went wrong, and nothing was changed. Please try again. If it stays, tell your steward this number: { $id }

core-button-gone = That button is too old. Type the command again.
core-button-of-another = That button belongs to somebody else.
core-no-such-choice = There is no choice with that number here.
core-which-button = Several messages here have a button that says so. Please press the one that you mean.
core-question-gone = That question no longer waits for an answer of yours. Type the command again.
core-edited = I have worked on what you wrote before you changed it. Write it again as a new message.
core-edited-late = That message is too old to be mended. Write it again as a new message.
core-question-answered = That question is answered already. To begin anew, type the command again.

core-answer-directly = Answer unseen: write to me directly
core-answer-waits = I have an answer that only its reader should see.
core-answers-wait = I have answers for several people here that only their readers should see.
core-answers-read = Nothing waits here for its readers any more.
core-too-many = That is a lot at once. I leave out what you ask for now; wait a minute, then do the last one again.
core-nothing-waits = Nothing waits for you. From now on I can answer you here.
core-open-direct = Read it
core-open-direct-first = Tap “Read it” in the group to see my answer.
core-press-again = I was away until { $until } and may have missed a press. Did you press just before? Please press once more.
core-see-direct = I wrote to you directly.
core-asked-later = It is not the time to disturb them now: the question reaches them in some hours.
core-cancelled = All right, I no longer wait for an answer.
core-nothing-to-cancel = I am not waiting for an answer of yours.
core-how-to-answer = Answer with a reply to this message, or write “! ” before it.
core-something-else = Something else
core-or-reply = Or reply to this message with something else.
core-asked = { $person }: { $question }
core-asked-below = { $person }, this is for you:
core-sure = { $about }. Are you sure?
core-sure-yes = Yes
core-skip = Leave it out
core-dash = With “-” you leave it out.
core-typed-is-seen = I have read that. But what you type here, everybody here can see. Next time write it unseen:
