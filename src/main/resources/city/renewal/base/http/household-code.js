// A letter's QR code has the household's code behind the number sign, where no server and no log sees it.
(function () {
  'use strict';
  var field = document.getElementById('code');
  if (field && location.hash.length > 1) {
    field.value = decodeURIComponent(location.hash.slice(1));
    // In the other size or language nobody has to type it.
    var switches = document.querySelectorAll('.switches a');
    for (var i = 0; i < switches.length; i++) {
      switches[i].hash = location.hash;
    }
    history.replaceState(null, '', location.pathname + location.search);
  }
}());
