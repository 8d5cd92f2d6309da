# What the terminal says when the bot runs without a chat of its own.

console-begin = You are ana in the chat depot5, and you play everybody else too. Begin by typing: /setup federation:"Our network" sector:Transport cell:"Depot 5"
console-switch = Speak as somebody else: as ben, or as ben@depot5. Write to the bot alone: as ana@direct. Press a button: presses I'm in. Let time pass: wait 3 days. Every command: /help. Leave: quit
console-connect = How to connect a real chat on Telegram, Discord or Matrix: docs/operators.md.
console-no-such-button = There is no button with that label here. The newest message with buttons has them in square brackets.
console-time-passes = Time passes by itself here. To let days pass at once, play a scenario: npm run rehearse -- examples/first-drive.txt
console-who-where = Write who speaks, and where: as ben@depot5
console-talk = I leave talk alone. Commands begin with “/”: /help shows them, /setup begins.
console-now = It is now
console-how-long = Write how long: wait 2 hours, wait 3 days
