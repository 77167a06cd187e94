;;; slipway.el --- Slipway, a language server for Dockerfiles  -*- lexical-binding: t; -*-

;; Version: 0.1.0
;; Package-Requires: ((emacs "27.1"))
;; Keywords: languages, tools
;; SPDX-License-Identifier: MIT OR Apache-2.0

;;; Commentary:

;; Tells eglot and lsp-mode, whichever is there, how to start `slipway serve' for Dockerfiles.
;;
;;   (require 'slipway)
;;   (slipway-setup)              ; starts by itself in Dockerfiles
;;
;; Without `slipway-setup', M-x eglot or M-x lsp starts it by hand.  M-x slipway-convert converts the buffer to multi-stage.

;;; Code:

(defgroup slipway nil
  "Slipway, a language server for Dockerfiles."
  :group 'tools
  :prefix "slipway-")

(defcustom slipway-command '("slipway" "serve")
  "The program and its arguments."
  :type '(repeat string))

(defcustom slipway-settings nil
  "The settings that other editors have under `slipway', as a property list.
For example (:lint (:skip [\"DL3008\"]) :diagnostics (:max 200))."
  :type 'plist)

(defcustom slipway-client 'auto
  "The client that `slipway-setup' starts.
`auto' is the one that is there."
  :type '(choice (const auto) (const eglot) (const lsp-mode)))

(defvar slipway-modes '(dockerfile-mode dockerfile-ts-mode)
  "Major modes of Dockerfiles.")

(defvar eglot-server-programs)
(defvar lsp-language-id-configuration)
(declare-function eglot-ensure "eglot")
(declare-function eglot-current-server "eglot")
(declare-function eglot--TextDocumentIdentifier "eglot")
(declare-function jsonrpc-request "jsonrpc")
(declare-function lsp-deferred "ext:lsp-mode")
(declare-function lsp-request "ext:lsp-mode")
(declare-function lsp--text-document-identifier "ext:lsp-mode")
(declare-function lsp-register-client "ext:lsp-mode")
(declare-function make-lsp-client "ext:lsp-mode")
(declare-function lsp-stdio-connection "ext:lsp-mode")

(defun slipway--contact (&optional _interactive)
  "The command as eglot wants it, with the settings as initialization options."
  (if slipway-settings
      (append slipway-command (list :initializationOptions (list :slipway slipway-settings)))
    slipway-command))

(with-eval-after-load 'eglot
  (dolist (mode slipway-modes)
    (put mode 'eglot-language-id "dockerfile"))
  (add-to-list 'eglot-server-programs (cons slipway-modes #'slipway--contact)))

(with-eval-after-load 'lsp-mode
  (dolist (mode slipway-modes)
    (add-to-list 'lsp-language-id-configuration (cons mode "dockerfile")))
  (lsp-register-client
   (make-lsp-client
    :new-connection (lsp-stdio-connection (lambda () slipway-command))
    :activation-fn (lambda (_file mode) (memq mode slipway-modes))
    :initialization-options (lambda () (list :slipway slipway-settings))
    :priority 1
    :server-id 'slipway)))

(defun slipway--ensure ()
  "Start the client in this buffer."
  (let ((client (cond ((not (eq slipway-client 'auto)) slipway-client)
                      ((featurep 'lsp-mode) 'lsp-mode)
                      ((locate-library "eglot") 'eglot)
                      ((locate-library "lsp-mode") 'lsp-mode))))
    (pcase client
      ('eglot (require 'eglot) (eglot-ensure))
      ('lsp-mode (require 'lsp-mode) (lsp-deferred))
      (_ (message "slipway: neither eglot nor lsp-mode is installed")))))

;;;###autoload
(defun slipway-setup ()
  "Start Slipway in every Dockerfile from now on."
  (interactive)
  (when (fboundp 'dockerfile-mode)
    (add-to-list 'auto-mode-alist '("/\\(?:Docker\\|Container\\)file\\(?:\\.[^/]*\\)?\\'" . dockerfile-mode) t)
    (add-to-list 'auto-mode-alist '("\\.\\(?:[Dd]ocker\\|[Cc]ontainer\\)file\\'" . dockerfile-mode) t))
  (dolist (mode slipway-modes)
    (add-hook (intern (format "%s-hook" mode)) #'slipway--ensure)))

(defun slipway--request (method params)
  "Send METHOD to the server of this buffer and return the answer.
PARAMS is a function that makes the parameters, given the document."
  (cond ((and (fboundp 'eglot-current-server) (eglot-current-server))
         (jsonrpc-request (eglot-current-server) method (funcall params (eglot--TextDocumentIdentifier))))
        ((bound-and-true-p lsp-mode)
         (lsp-request (substring (symbol-name method) 1) (funcall params (lsp--text-document-identifier))))
        (t (user-error "No server runs for this buffer"))))

(defun slipway--get (object key)
  "The member KEY (a keyword) of OBJECT, a property list or a hash table."
  (if (hash-table-p object)
      (gethash (substring (symbol-name key) 1) object)
    (plist-get object key)))

;;;###autoload
(defun slipway-convert ()
  "Convert this Dockerfile to multi-stage, or say why that cannot be done."
  (interactive)
  (let ((answer (slipway--request :slipway/convert (lambda (document) (list :textDocument document)))))
    (if (memq (slipway--get answer :offered) '(nil :json-false))
        (message "slipway: %s" (slipway--get (slipway--get answer :reason) :message))
      (let ((text (slipway--get answer :dockerfile))
            (target (current-buffer)))
        (with-temp-buffer
          (insert text)
          (let ((source (current-buffer)))
            (with-current-buffer target (replace-buffer-contents source)))))
      (message "slipway: %s"
               (mapconcat (lambda (note) (slipway--get note :message)) (slipway--get answer :notes) " ")))))

(provide 'slipway)
;;; slipway.el ends here
