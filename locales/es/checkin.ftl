# La ronda anónima: /care checkin (commands/checkin.ts).

checkin-about = Responder tres preguntas sobre cómo estamos, sin que nadie lo vea
checkin-ask-me = ¿Cómo estoy?
checkin-ask-need = ¿Qué necesito?
checkin-ask-us = ¿Cómo estamos?
checkin-ask-words = Dilo en pocas palabras.
checkin-words-how = Nadie sabrá que fuiste tú. No escribas nada que te delate.
checkin-tap-good = Bien
checkin-tap-so-so = Así así
checkin-tap-tired = Con cansancio
checkin-tap-low = Mal
checkin-tap-rest = Descanso
checkin-tap-company = Compañía
checkin-tap-help = Ayuda con algo
checkin-tap-nothing = Nada por ahora
checkin-tap-close = Cerca
checkin-tap-fine = Estamos bien
checkin-tap-strained = Con tensión
checkin-tap-apart = Cada vez más lejos
checkin-button = Responder
checkin-button-words = Con mis palabras
checkin-card = ¿Cómo estás?
checkin-card-after = ¿Cómo estás después de esto? { $gathering }
checkin-how = Tres preguntas, un toque cada una. Nadie ve tu respuesta. Después el chat ve solo lo que dijeron igual al menos { $least } personas.
checkin-until = Abierto hasta el { $until }.
checkin-direct = O escríbeme directamente: /care checkin
checkin-closed = Esta ronda está cerrada.
checkin-noted = Anotado.
checkin-done = Anotado. Gracias, y cuídate.
checkin-done-change = Puedes responder de nuevo hasta el { $until }. Después el chat ve lo que dijeron igual al menos { $least } personas, y se borra quién dijo qué.
checkin-too-few =
    { $members ->
        [one] Conozco a un miembro de esta célula. Solo se muestra lo que dicen igual { $least } personas: mientras no participen más, no se puede mostrar nada. Preguntaos cuando os veáis.
        [many] Conozco a { $members } miembros de esta célula. Solo se muestra lo que dicen igual { $least } personas: mientras no participen más, no se puede mostrar nada. Preguntaos cuando os veáis.
       *[other] Conozco a { $members } miembros de esta célula. Solo se muestra lo que dicen igual { $least } personas: mientras no participen más, no se puede mostrar nada. Preguntaos cuando os veáis.
    }
checkin-button-begin = Empezar de todos modos
checkin-none = Aquí no hay ninguna ronda abierta.
checkin-elsewhere = Esa ronda es de otra célula.
checkin-too-late = Esa ronda está cerrada.
checkin-result = Cómo estamos
checkin-result-line =
    { $people ->
        [one] { $answer }: { $people } persona
       *[other] { $answer }: { $people } personas
    }
checkin-result-words = «{ $words }»
checkin-result-none = Menos de { $least } personas dijeron lo mismo, así que no se muestra nada. Habladlo cuando os veáis.
checkin-result-end = Se muestra lo que dijeron igual al menos { $least } personas. Quién dijo qué se ha borrado.
