// A letter's QR code has the household's code behind the number sign, where no server and no log sees it.
(function () {
  'use strict';
  var field = document.getElementById('code');
  if (field && location.hash.length > 1) {
    field.value = decodeURIComponent(location.hash.slice(1));
    history.replaceState(null, '', location.pathname + location.search);
  }
}());
