# Recuentos: /tally (commands/tally.ts, commands/tally-message.ts).

tally-about = Resultados de campañas y votaciones: ver, publicar en muchos chats
tally-show-about = Muestra las cifras publicadas de una campaña o el resultado de una votación
tally-post-about = Las publica en todos los chats a los que van, tras ver la lista
tally-receipts-about = Muestra qué chats lo tienen y por qué otros no
tally-option-vote = Qué votación: su número
tally-ask-vote = ¿Qué votación?
tally-option-to = Solo estos sectores, «council» para los chats del consejo o «federation» para todos
tally-ask-to = ¿A qué chats?

tally-one-of = Una campaña o una votación, de una en una.
tally-none = Aquí todavía no hay ninguna campaña. Para una votación, escribe /tally show vote:1 con su número.
tally-vote-open = Esa votación sigue abierta. Su resultado se muestra al cierre.
tally-not-yours = Eso lo hace quien coordina un consejo al que le concierne, o quien administra la federación.
tally-hidden = Como se acordó, los números de esta campaña aún no se muestran.
tally-cell-own = Una campaña o una votación de una célula solo va a los chats de esa célula.
tally-federation-needs-steward = Solo quien administra la federación puede publicar en toda ella.
tally-nobody = No hay ningún chat en el que publicarlo.
tally-not-posted = Todavía no se ha publicado.

tally-preview =
    { $chats ->
        [one] Esto va a un chat:
       *[other] Esto va a { $chats } chats:
    }
tally-preview-again =
    { $chats ->
        [one] Uno ya lo tiene: allí se sustituyen las cifras anteriores.
       *[other] { $chats } ya lo tienen: allí se sustituyen las cifras anteriores.
    }
tally-button-post =
    { $chats ->
        [one] Publicar en un chat
       *[other] Publicar en { $chats } chats
    }
tally-posting =
    { $chats ->
        [one] Lo publico en un chat.
       *[other] Lo publico en { $chats } chats. Las cifras nuevas sustituirán allí a las anteriores.
    }
tally-button-receipts = ¿Quién lo tiene?
tally-receipts-of = Publicado: { $title }
tally-receipts =
    { $chats ->
        [one] Entregado en { $sent } de un chat{ $waiting ->
            [0] {""}
            [one] , { $waiting } en espera
           *[other] , { $waiting } en espera
        }{ $failed ->
            [0] {""}
            [one] , { $failed } con fallo
           *[other] , { $failed } con fallo
        }
       *[other] Entregado en { $sent } de { $chats } chats{ $waiting ->
            [0] {""}
            [one] , { $waiting } en espera
           *[other] , { $waiting } en espera
        }{ $failed ->
            [0] {""}
            [one] , { $failed } con fallo
           *[other] , { $failed } con fallo
        }
    }
tally-receipt-sent = { $chat }: entregado
tally-receipt-waiting = { $chat }: en espera

tally-all = En total
tally-by-sector = Por sector
tally-other-ways = Otras formas de sumarse
tally-people = { $people }
tally-people-last = { $people } en el último recuento
tally-goal = Meta: { $goal }
tally-minimum = Cada sector: { $minimum } como mínimo
tally-firm = En firme
tally-waiting = A la espera de otras personas
tally-note = No se muestran cifras de menos de { $people } personas, y menos de { $people } pueden haber llegado o haberse ido desde el último recuento.
tally-figures =
    { $firm } en firme{ $waiting ->
        [0] {""}
        [one] , { $waiting } a la espera
       *[other] , { $waiting } a la espera
    }
tally-figures-last =
    { $firm } en firme{ $waiting ->
        [0] {""}
        [one] , { $waiting } a la espera
       *[other] , { $waiting } a la espera
    } en el último recuento
tally-nothing = nada que mostrar todavía
tally-line = { $label }: { $figures }
tally-more-sectors =
    { $sectors ->
        [one] No se muestra un sector más
       *[other] No se muestran { $sectors } sectores más
    }
tally-alt = Imagen con barras: { $title }
tally-alt-next = { $before }. { $item }
tally-file = recuento-{ $number }.png
tally-file-vote = votacion-{ $number }.png
tally-vote-title = Votación { $number }: { $text }
tally-carried = Aprobada
tally-not-carried = No aprobada
tally-yes = Sí
tally-no = No
tally-abstain = Abstenciones
tally-votes = { $votes }
tally-needed = Hacían falta: { $needed }
