# /me link and /me unlink

link-about = Links another account of yours, so that you count once
link-unlink-about = Makes this account a person of its own again
link-option-code = The code that your other account got from /me link
link-ask-code = What is the code? Your other account gets one with /me link.
link-only-direct = Only you should see this. Write /me link to me directly.
link-open-direct = Write to me directly

link-code = Your code is { $code }
link-code-how = With your other account, write to me directly: /me link { $code }. It works once, within { $lasts }. Then I ask you here whether that account is yours.
link-code-keep = Give it to nobody else, and enter no code that somebody else gave you.
link-code-unknown = I don't know this code. Check it, or get a new one with /me link from your other account.
link-code-used = This code was used already. Get a new one with /me link from your other account.
link-code-expired = This code has expired. Get a new one with /me link from your other account.
link-same-account = This is the account that made the code. Enter it with your other account.
link-already = This account and { $account } are linked already.
link-other-federation = This code is from another federation. Write a command with this account in a chat of that federation first, then enter the code here again.
link-rights = This code is from { $account }. If you link, your rights as a steward or coordinator belong to that account too. Is it yours?
link-rights-yes = Yes, it is my account
link-entered = I have asked { $account } whether this account is theirs. Answer there, within { $lasts }.

link-is-it-yours = { $account } has entered your code. Is that your account too? Then the two count as one person.
link-yes = Yes, it is mine
link-no = No
link-counts-in = You count in { $cell }, and nowhere else. /me cell changes it.
link-withdrawn = { $cell } has no part in these drives, so your answers there are withdrawn: { $drives }
link-seat-lost = The seat of { $cell } in the council { $council } is yours no more
link-stands-in-no-more = You stand in for { $cell } in the council { $council } no more
link-closed-twice = { $count ->
    [one] One closed drive has counted both accounts. Its figures stay as they are.
   *[other] { $count } closed drives have counted both accounts. Their figures stay as they are.
}
link-will-ask = Both accounts have answered, and I will ask you which answer stands: { $drives }
link-which = “{ $drive }”: your two accounts gave different answers. Which one stands?
link-answer-in = I'm in
link-answer-if = { $others ->
    [one] If { $others } other joins
   *[other] If { $others } others join
}
link-answer-if-sector = { $others ->
    [one] If { $others } other of my sector joins
   *[other] If { $others } others of my sector join
}
link-answer-withdrawn = Withdrawn
link-declined = Nothing was linked. If somebody else entered your code, they can do nothing with it now.
link-too-late = It is too late for that, or it was done already. Begin again with /me link.
link-done = { $accounts } are linked: you count once.
link-done-there = This account is linked with { $accounts } now: you count once. /me unlink undoes it.
link-undo = To undo it, write /me unlink from the account that is to stand alone.

link-only-account = This is your only account, so there is nothing to undo. /me link adds another one.
link-unlink-sure = Shall { $account } be a person of its own again? Your answers, vouches and rights stay with { $others }.
link-unlink-yes = Yes, unlink
link-unlinked = { $account } is a person of its own now, and has answered no open drive yet.
link-unlinked-there = { $account } is no longer an account of yours. Your answers stay with you.
