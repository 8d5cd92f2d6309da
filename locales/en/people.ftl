# /setup, /cell, /sector, /me, /steward, /vouch, /help

people-somebody = somebody
people-somebody-first = Somebody

# /setup

setup-about = Sets this chat up: a new federation with its first sector and cell (chat administrators)
setup-federation = Name of the whole network
setup-ask-federation = What is your whole network called? For example: Workers' Assembly
setup-sector = Branch of work of the first cell
setup-ask-sector = Which branch of work are you in? For example: transport
setup-cell = Name of the cell that this chat belongs to
setup-ask-cell = What is your cell called? For example: Depot 5
setup-place = Town or neighbourhood
setup-ask-place = Where is the cell? A town or a neighbourhood. You can leave it empty.
setup-zone = Time zone: the nearest large city
setup-ask-zone = Which large city has your time? For example: Paris. You can leave it empty.
setup-language = Language of the chat
setup-ask-language = Which language should I speak here? You can leave it empty.
setup-done = { $federation } is ready. This chat is { $cell }, in the sector { $sector }, and you are its steward.
setup-next-drive = Start a pledge drive: /drive new
setup-next-cells = Add more cells: /cell new, and in their chat /cell join with the code
setup-next-members = Everybody here becomes a member with their first command, such as /help
setup-defaults = Time: { $zone }. Language: { $language }. Change them with /cell settings.

# /cell

cell-about = Cells, their chats and their settings
cell-none = You are in no cell. Write a command in a chat of your cell first.
cell-new-about = Makes a new cell, and a code for its first chat
cell-code-about = Makes a code with which another chat joins this cell
cell-join-about = Joins this chat to a cell with a code (chat administrators)
cell-show-about = Shows the cell of this chat
cell-settings-about = Changes a setting of the cell; stewards also change those of the federation
cell-leave-about = Takes this chat out of its cell
cell-option-name = Name of the new cell
cell-ask-name = What is the new cell called?
cell-option-sector = Sector that the cell belongs to
cell-ask-sector = Which sector does it belong to?
cell-option-cell = Cell, if not the one of this chat
cell-ask-cell = Which cell?
cell-option-code = The code from a chat of the cell
cell-ask-code = What is the code? Somebody in the cell gets one with /cell code.
cell-option-key = What to change
cell-ask-key = What do you want to change?
cell-option-value = What it should be
cell-ask-value = What should it be?
cell-name-taken = There is already a cell called { $name }. Choose another name.
cell-code = { $cell }: the code is { $code }
cell-code-how = An administrator of the other chat writes there: /cell join { $code }. It works once, within { $lasts }.
cell-code-not-yours = Only a steward or the coordinator of { $cell } can make a code for it.
cell-joined = This chat now belongs to { $cell }, in { $federation }. Everybody here becomes a member with their first command, such as /help.
cell-show = { $cell }, in { $federation }
cell-show-sector = Sector: { $sector }
cell-show-place = Place: { $place }
cell-show-zone = Time: { $zone }. Language: { $language }
cell-show-members = { $count ->
    [0] No members yet
    [one] One member
   *[other] { $count } members
}
cell-show-chats = { $count ->
    [one] One chat
   *[other] { $count } chats
}
cell-show-coordinator = Coordinator: { $person }
cell-show-treasurer = Treasurer: { $person }
cell-set-name = The cell is now called { $name }.
cell-set-place = The cell's place is now { $place }.
cell-set-zone = The cell's time is now that of { $zone }.
cell-set-language = I speak { $language } in the cell's chats from now on.
cell-set-sector = The cell now belongs to the sector { $sector }.
cell-uncoordinated = Nobody coordinates { $cell } now. A steward names somebody: /cell settings coordinator
cell-set-coordinator = { $person } now coordinates the cell.
cell-set-treasurer = Whoever has the role { $role } is treasurer of the cell now, and so will be who follows.
cell-coordinator-sure = Shall { $person } coordinate the cell { $of }? That is { $accounts }, { $cell }.
cell-coordinator-not-member = Only a member of the cell can coordinate it.
cell-leave-sure = { $count ->
    [0] This is the only chat of { $cell }. If it leaves, only a steward can bring a chat back. Shall it leave?
    [one] { $cell } keeps one other chat. Shall this one leave?
   *[other] { $cell } keeps { $count } other chats. Shall this one leave?
}
cell-leave-yes = Yes, leave
cell-left = This chat no longer belongs to { $cell }. Its members stay members until they leave.
federation-needs-steward = That is a setting of the whole federation. Only a steward can change it.
federation-set-name = The federation is now called { $name }.
federation-set-vouches = { $count ->
    [0] Nobody needs to be vouched for any more.
    [one] Pledges now count once one member has vouched for the person.
   *[other] Pledges now count once { $count } members have vouched for the person.
}
federation-set-smallest-group = { $count ->
    [one] Figures are now published for groups of at least one person. This is for new drives.
   *[other] Figures are now published for groups of at least { $count } people. This is for new drives.
}
federation-set-interval = { $count ->
    [one] Figures are now published every minute. This is for new drives.
   *[other] Figures are now published every { $count } minutes. This is for new drives.
}
federation-set-retention = { $count ->
    [one] Personal records are now deleted one day after their drive closed.
   *[other] Personal records are now deleted { $count } days after their drive closed.
}

code-link = Add me to the other chat
code-file = add-me.png
code-alt = QR code of the link: scan it to add me to the other chat
code-unknown = I don't know this code. Check it, or ask for a new one with /cell code.
code-used = This code was used already. Ask for a new one with /cell code.
code-expired = This code has expired. Ask for a new one with /cell code.
code-too-many = That was too many wrong codes. You can try again { $until }.

# /sector

sector-about = The sectors of the federation
sector-new-about = Makes a new sector
sector-list-about = Lists the sectors
sector-option-name = Name of the new sector
sector-ask-name = What is the new sector called?
sector-name-taken = There is already a sector called { $name }.
sector-made = The sector { $name } is there now. Add a cell to it with /cell new.
sector-list = Sectors of { $federation }
sector-line = { $count ->
    [0] { $name }: no cell yet
    [one] { $name }: one cell
   *[other] { $name }: { $count } cells
}

# /me

me-about = Your own settings and data
me-show-about = Shows what I know about you
me-cell-about = Shows or changes the cell in which you count
me-leave-about = Ends your membership in this cell
me-language-about = Sets the language in which I write to you
me-zone-about = Sets your time zone
me-quiet-about = Sets the hours in which I don't write to you directly
me-export-about = Gives you everything that I hold about you, as a file
me-forget-about = Removes you and everything that is yours
me-option-cell = One of your cells
me-ask-cell = Which of your cells?
me-option-language = Language, such as English
me-ask-language = Which language shall I speak with you?
me-option-zone = The nearest large city
me-ask-zone = Which large city has your time? For example: Paris
me-option-from = When they begin, or “off”
me-ask-quiet-from = When do your quiet hours begin? For example: 22:00. Or “off” for none.
me-option-to = When they end
me-ask-quiet-to = When do your quiet hours end? For example: 08:00
me-show = You in { $federation }
me-show-no-cell = You are in no cell at the moment.
me-show-cells = Member of { $cells }
me-show-counts-in = You count in { $cell }
me-show-steward = You are a steward
me-show-language = Language: { $language }
me-show-zone = Time: { $zone }
me-show-quiet = Quiet hours: { $from } to { $to }
me-show-no-quiet = No quiet hours of your own: from { $from } to { $to } I ask you nothing that can wait
me-show-accounts = Accounts: { $accounts }
me-account = { $name } ({ $platform })
me-show-vouches = { $count ->
    [one] One member vouches for you, of { $needed } needed
   *[other] { $count } members vouch for you, of { $needed } needed
}
me-cell-not-member = You are not a member of { $cell }. Write a command in its chat first.
me-cell-set = You now count in { $cell }.
me-answers-moved = These answers of yours count in { $cell }: { $drives }
me-answers-withdrawn = Your answers in these drives are withdrawn: { $drives }
me-answers-would-move = These answers of yours will count in { $cell }: { $drives }
me-answers-would-stay-behind = { $cell } has no part in these drives, so your answers there will be withdrawn: { $drives }
me-answers-would-go = Your answers in these drives will be withdrawn: { $drives }
me-cell-sure = Do you want to count in { $cell }?
me-cell-yes = Yes, count there
me-cell-only = You are a member of { $cell }, and count there.
me-cell-which = You count in { $cell }. In which cell do you want to count?
me-leave-which = Which cell do you want to leave?
me-leave-sure = Do you want to leave { $cell }?
me-leave-sure-last = Do you want to leave { $cell }? It is your only cell: your answers in open drives are withdrawn.
me-leave-sure-only = Do you want to leave { $cell }? It is your only cell.
me-leave-yes = Yes, leave
me-left = You have left { $cell }. If you write a command in its chat, you are a member again.
me-not-in-cell = You are not a member of this cell.
me-last-steward = You are the only steward. Name another one first, with /steward add.
me-language-set = I speak { $language } with you from now on.
me-zone-set = Your time is now that of { $zone }.
me-quiet-set = From { $from } to { $to } I write to you directly only about what cannot wait.
me-quiet-off = You have no quiet hours of your own now. From { $from } to { $to } I still ask you nothing that can wait.
me-quiet-none = No quiet hours
me-export = This is everything that I hold about you.
me-forget-sure = Shall I remove you from { $federation }, with your accounts, settings and answers in open drives? This cannot be undone. Counts of closed drives stay.
me-forget-yes = Yes, forget me
me-forgotten = I have forgotten you. Goodbye, and take care.

# /steward

steward-about = Stewards look after the whole federation
steward-add-about = Makes somebody a steward
steward-remove-about = Ends somebody's stewardship
steward-ask-person = Who? Mention them with @.
steward-add-sure = Make { $person } a steward? That is { $accounts }, { $cell }. A steward looks after the whole federation.
making-cell = of the cell { $cell }
making-no-cell = of no cell
steward-is-one = { $person } is a steward already.
steward-is-none = { $person } is not a steward.
steward-added = { $person } is a steward now.
steward-removed = { $person } is no longer a steward.
steward-last = There has to be one steward. Add another one first, with /steward add.

# /vouch

vouch-about = Says that you know somebody, so that their pledges count
vouch-ask-person = For whom do you vouch? Mention them with @.
vouch-off = Nobody needs to be vouched for in this federation.
vouch-yourself = You cannot vouch for yourself. Ask somebody who knows you.
vouch-left = { $person } is not a member now. Vouch for them once they are.
vouch-already = You vouch for { $person } already.
vouch-done = Thank you: you vouch for { $person } now. { $count ->
    [one] One member does, of { $needed } needed.
   *[other] { $count } members do, of { $needed } needed.
}
vouch-reached = Enough members vouch for you now: your pledges count.
vouch-lost = Somebody who vouched for you is gone: { $count ->
    [0] nobody vouches for you now, of { $needed } needed.
    [one] one member does now, of { $needed } needed.
   *[other] { $count } members do now, of { $needed } needed.
} What counts already goes on counting; for new answers you need another: ask somebody who knows you for /vouch.

# /help

help-about = Shows what you can do here
help-option-command = A command, such as drive
help-ask-command = Help with which command?
help-meanwhile = I can't look anything up right now. These work again as soon as I can:
help-first-unbound = Begin with /setup. Or join a cell that is there: /cell join and its code.
help-first-council = Begin with /assembly next: when do you meet?
help-first-coordinator = Begin with /drive new: ask people for something. Or plan something: /action plan.
help-first-stranger = Begin in your group: write /help there, and I know you. If I am new there, an administrator types: /setup
help-first-member = Begin with /pledge: what is asked of you, and what have you answered?
help-group-emergency = In an emergency
help-group-together = Answer and decide
help-group-tasks = Do things together
help-group-care = Look after each other
help-group-councils = Several cells together
help-group-own = You
help-group-setting-up = Setting up
help-line = /{ $command }: { $about }{ $level }
help-for-everybody = { "" }
help-for-coordinators = { " " }· coordinators
help-for-stewards = { " " }· stewards
help-option = { $name }: { $about }
help-option-optional = { $name }: { $about } (optional)
help-more = More about one of them: /help { $command }
help-not-yours = /{ $command } is not for you at the moment. Ask a coordinator or a steward.
help-unknown = There is no such command. /help shows all of them.
help-wrong-about = Tell of a sentence of mine that is wrong or hard to understand
help-wrong-option-text = A few words of the sentence as it stands, and what is wrong
help-wrong-ask-text = Which sentence is wrong? Write a few words of it as they stand, and what it should be.
help-wrong-which = Which one do you mean?
help-wrong-none = None of these
help-wrong-told = Thank you. The steward reads it, without your name.
help-wrong-told-of = Thank you. The steward reads it, without your name. The sentence: { $ids } ({ $language })
help-wrong-many = I have told of enough sentences for now. Please tell this one in a few hours.
help-wrong-nobody = Nobody whom I could tell looks after me here. Tell whoever runs this bot.
help-wrong-stranger = Whom to tell I do not know: I have not met you in any group yet. Write it there, or tell whoever runs this bot.
help-wrong-heard = Somebody says that a sentence of mine is wrong:
help-wrong-where = The sentence: { $ids }, in { $folder }
help-wrong-unknown = Which sentence it is I do not know: it was not quoted.
help-wrong-how = How it is put right: docs/translating.md
