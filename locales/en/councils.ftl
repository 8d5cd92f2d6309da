# /council, and what is said in a council's chats

core-of-council = This chat belongs to the council { $council }. Use that in your cell's chat.
core-only-in-council = That works in the chat of a council.
core-only-in-council-of = That works in the chat of a council: { $councils }.
core-only-in-council-lead = Whoever coordinates a council does that, in its chat: { $councils }.
core-council-stranger = This chat belongs to the council { $council }, and I don't know you yet. Write first in the chat of your own cell: /help. If I know you on another platform, write /me link to me there.
core-council-guest = That is for the cells of the council { $council }. None of yours is in it.
core-needs-delegate = That is for the delegates of this council.
core-needs-council-coordinator = That is for the coordinator of this council: { $people }.
core-council-uncoordinated = That is for the coordinator of the council { $council }, and nobody coordinates it now. A steward names somebody: /council settings coordinator
help-for-delegates = { " " }· delegates

council-about = Councils: several cells together
council-new-about = Makes a council of several cells, and a code for its first chat
council-code-about = Makes a code with which another chat joins the council
council-join-about = Joins this chat to a council with a code (chat administrators)
council-show-about = Shows the council and its cells
council-settings-about = Changes a setting of the council; stewards also add and remove cells
council-leave-about = Takes this chat out of its council
council-option-name = Name of the new council
council-ask-name = What is the new council called?
council-option-cells = The cells that send delegates, with commas between them
council-ask-cells = Which cells send delegates to it? For example: Depot 5, Depot 6
council-option-council = Council, if there are several
council-ask-council = Which council?
council-ask-code = What is the code? A steward, or who coordinates the council, gets one with /council code.
council-none = There is no council here yet. A steward makes one with /council new.
council-name-taken = There is already a council called { $name }. Choose another name.
council-seats-later = { $seats } An assembly goes on: its seats stay as they are until it is closed.
council-remove-meets = An assembly goes on. { $cell } can be taken out once it is closed.
council-few-cells = A council needs at least two cells.
council-not-yours = Only a steward or the coordinator of { $council } can do that.
council-code = Council { $council }: the code is { $code }
council-code-how = An administrator of the council's chat writes there: /council join { $code }. It works once, within { $lasts }.
council-joined = This chat now belongs to the council { $council }, in { $federation }. Whoever is a member of one of its cells can use me here.
council-show = Council { $council }, in { $federation }
council-show-cells = { $count ->
    [one] One cell: { $cells }
   *[other] { $count } cells: { $cells }
}
council-show-sectors = { $count ->
    [one] Sector: { $sectors }
   *[other] Sectors: { $sectors }
}
council-show-chats = { $count ->
    [0] No chat yet
    [one] One chat
   *[other] { $count } chats
}
council-set-name = The council is now called { $name }.
council-set-zone = The council's time is now that of { $zone }.
council-set-language = I speak { $language } in the council's chats from now on.
council-coordinator-sure = Shall { $person } coordinate the council { $of }? That is { $accounts }, { $cell }.
council-uncoordinated = Nobody coordinates the council { $council } now. A steward names somebody: /council settings coordinator
council-set-coordinator = { $person } now coordinates the council.
council-set-treasurer = Whoever has the role { $role } is treasurer of the council now. Where a cell has too few who may approve, they may.
council-set-add = { $cell } now sends delegates to { $council }.
council-set-remove = { $cell } no longer sends delegates to { $council }.
council-cell-there = { $cell } is in this council already.
council-cell-not-there = { $cell } is not in this council.
council-coordinator-not-member = Only a steward, or a member of one of its cells, can coordinate the council.
council-leave-sure = { $count ->
    [0] This is the only chat of the council { $council }. Shall it leave?
    [one] The council { $council } keeps one other chat. Shall this one leave?
   *[other] The council { $council } keeps { $count } other chats. Shall this one leave?
}
council-left = This chat no longer belongs to the council { $council }.
